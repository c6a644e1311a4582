// SPDX-License-Identifier: Apache-2.0
import { randomBytes } from 'node:crypto';

export type Place = Readonly<{ folder: string; cluster: string; monitorPort: number; gatewayPort: number }>;

/** The name that the archive's key has there: the gateway's own, for tests, in the place of KMS. */
export const keyName = 'archive';

/**
 * A Ceph of one monitor, one store in memory and one S3 gateway, on loopback, without authentication among them.
 * @see https://docs.ceph.com/en/pacific/rados/configuration/
 * @see https://docs.ceph.com/en/pacific/radosgw/encryption/
 */
export const configuration = ({ folder, cluster, monitorPort, gatewayPort }: Place): string => `[global]
fsid = ${cluster}
mon host = v2:127.0.0.1:${monitorPort}
public addr = 127.0.0.1
cluster addr = 127.0.0.1
ms bind msgr1 = false
# The gateway asks for an encrypted connection, which needs the authentication that is off.
ms mon client mode = crc
auth cluster required = none
auth service required = none
auth client required = none
keyring = /dev/null
run dir = ${folder}
crash dir = ${folder}
admin socket = ${folder}/$name.asok
log file = ${folder}/$name.log
pid file = ${folder}/$name.pid
mon data = ${folder}/mon
osd data = ${folder}/osd
rgw data = ${folder}/rgw
osd objectstore = memstore
osd pool default size = 1
osd pool default min size = 1
osd pool default pg num = 1
osd pool default pgp num = 1
osd pool default pg autoscale mode = off
osd crush chooseleaf type = 0
mon allow pool size one = true
mon max pg per osd = 1000
rgw frontends = beast endpoint=127.0.0.1:${gatewayPort}
rgw crypt require ssl = false
rgw crypt s3 kms backend = testing
rgw crypt s3 kms encryption keys = ${keyName}=${randomBytes(32).toString('base64')}
`;
