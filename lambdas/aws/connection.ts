// SPDX-License-Identifier: Apache-2.0
import { AssumeRoleCommand, STSClient } from '@aws-sdk/client-sts';
import { NodeHttpHandler } from '@smithy/node-http-handler';
import { boundedMap } from '../bounded-map.ts';
import { Failure } from '../failures.ts';
import type { Clock } from '../ports.ts';
import { TenantIdSchema } from '../records/case.ts';
import { asking, errorName } from './asking.ts';
import { type BackOff, backOff, type BackOffOptions } from './back-off.ts';

type Credentials = Readonly<{
  accessKeyId: string;
  secretAccessKey: string;
  sessionToken: string;
  expiration: Date;
}>;

type Session = Readonly<{ credentials: () => Promise<Credentials>; forget: () => void }>;

/** What a client of the SDK is made with. */
export type ClientOptions = Readonly<{
  maxAttempts: number;
  requestHandler: NodeHttpHandler;
  credentials?: () => Promise<Credentials>;
}>;

/** The ways to AWS of one process. */
export type Connection = Readonly<{
  /** As the function itself. */
  own: ClientOptions;
  /** As the function in a session of one tenant: it reaches nothing of another, whatever it asks for. */
  of: (tenantId: string) => ClientOptions;
  /** Lets a session go that a service does not take any more, because it was revoked: the next call gets a new one. */
  forget: (tenantId: string) => void;
  /** Before an adapter makes a call once more by itself. */
  backOff: BackOff;
}>;

export type ConnectionOptions = Readonly<{
  /** Absent where a function touches nothing of a tenant. */
  tenantRole?: string | undefined;
  /** 1 in a state of the workflow, whose `Retry` would multiply with the SDK's; 3 where nobody else asks again. */
  attempts: number;
  clock: Clock;
  pauses?: BackOffOptions;
  /** Milliseconds until a connection stands, and until a whole answer is there. */
  timeouts?: Readonly<{ connection: number; request: number }>;
}>;

const sessionSeconds = 3600;
/** Before a session ends: the next one is fetched, and the old one still serves if that fails. */
const earlyMs = 600_000;
const lastMs = 60_000;
const most = 500;

/** Fails when it takes longer than a store may take: without `throwOnRequestTimeout` the SDK only warns, and waits on. */
const handler = ({ connection, request }: Required<ConnectionOptions>['timeouts']): NodeHttpHandler =>
  new NodeHttpHandler({
    connectionTimeout: connection,
    requestTimeout: request,
    throwOnRequestTimeout: true,
    httpsAgent: { keepAlive: true, maxSockets: 100 },
    httpAgent: { keepAlive: true, maxSockets: 100 },
  });

/** Sessions of a role, one a tenant: fetched once however many ask, kept until shortly before they end. */
function sessions(role: string, own: ClientOptions, clock: Clock) {
  const sts = new STSClient(own);
  const fetch = async (tenantId: string): Promise<Credentials> => {
    const { Credentials: made } = await asking(() =>
      sts.send(
        new AssumeRoleCommand({
          RoleArn: role,
          RoleSessionName: `tenant-${tenantId}`.slice(0, 64),
          DurationSeconds: sessionSeconds,
          Tags: [{ Key: 'tenant', Value: tenantId }],
        }),
      ),
    );
    const { AccessKeyId, SecretAccessKey, SessionToken, Expiration } = made ?? {};
    if (
      AccessKeyId === undefined ||
      SecretAccessKey === undefined ||
      SessionToken === undefined ||
      Expiration === undefined
    )
      throw new Failure('Malformed');
    return {
      accessKeyId: AccessKeyId,
      secretAccessKey: SecretAccessKey,
      sessionToken: SessionToken,
      expiration: Expiration,
    };
  };
  return (tenantId: string): Session => {
    let standing: Credentials | undefined;
    let coming: Promise<Credentials> | undefined;
    const renew = (): Promise<Credentials> => {
      coming ??= fetch(tenantId)
        .then((made) => (standing = made))
        .finally(() => (coming = undefined));
      return coming;
    };
    const current = async (): Promise<Credentials> => {
      const left = (standing?.expiration.getTime() ?? 0) - clock();
      if (standing !== undefined && left > earlyMs) return standing;
      if (standing !== undefined && left > lastMs) return renew().catch(() => standing as Credentials);
      return renew();
    };
    return {
      // The SDK keeps what is not about to expire: it is told that this is, so that it asks here every time.
      credentials: async () => ({ ...(await current()), expiration: new Date(clock() + lastMs) }),
      forget: () => (standing = undefined),
    };
  };
}

/** Connects with the credentials and the region that the runtime gives. */
export function connect(options: ConnectionOptions): Connection {
  const { tenantRole, attempts, clock, timeouts = { connection: 2000, request: 10_000 } } = options;
  const own: ClientOptions = { maxAttempts: attempts, requestHandler: handler(timeouts) };
  const sessionOf = tenantRole === undefined ? undefined : sessions(tenantRole, own, clock);
  const known = boundedMap<string, Session>(most);
  return {
    own,
    of: (tenantId) => {
      if (sessionOf === undefined || !TenantIdSchema.safeParse(tenantId).success)
        throw new Failure('InvalidInput');
      const found = known.get(tenantId) ?? sessionOf(tenantId);
      known.set(tenantId, found);
      return { ...own, credentials: found.credentials };
    },
    forget: (tenantId) => known.get(tenantId)?.forget(),
    backOff: backOff(options.pauses),
  };
}

/** What of a client is needed to hear of its errors. */
type Watched = Readonly<{
  middlewareStack: Readonly<{
    add(
      middleware: (next: (args: object) => Promise<object>) => (args: object) => Promise<object>,
      options: Readonly<{ step: 'initialize'; name: string }>,
    ): void;
  }>;
}>;
const refusedSession = [
  'ExpiredToken',
  'ExpiredTokenException',
  'InvalidAccessKeyId',
  'UnrecognizedClientException',
];

/** One client a tenant, made when it is first needed; without a tenant, the function's own. */
export function clientsOf<Client>(
  connection: Connection,
  make: (options: ClientOptions) => Client,
): (tenantId?: string) => Client {
  const known = boundedMap<string, Client>(most);
  let own: Client | undefined;
  const open = (tenantId: string): Client => {
    const made = make(connection.of(tenantId));
    // A session may be revoked before its time: the call is made once more, in another session.
    (made as unknown as Watched).middlewareStack.add(
      (next) => async (args) => {
        try {
          return await next(args);
        } catch (thrown) {
          if (!refusedSession.includes(errorName(thrown))) throw thrown;
          connection.forget(tenantId);
          return next(args);
        }
      },
      { step: 'initialize', name: 'anotherSession' },
    );
    return made;
  };
  return (tenantId) => {
    if (tenantId === undefined) return (own ??= make(connection.own));
    const found = known.get(tenantId) ?? open(tenantId);
    known.set(tenantId, found);
    return found;
  };
}
