// SPDX-License-Identifier: Apache-2.0
import Button from '@cloudscape-design/components/button';
import FormField from '@cloudscape-design/components/form-field';
import Input from '@cloudscape-design/components/input';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { search } from '../../words/search.ts';

const uuid = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i;

/** Straight to a record, for whoever has the id of its case. */
export function OpenCase() {
  const navigate = useNavigate();
  const [id, setId] = useState('');
  const [wrong, setWrong] = useState(false);
  const open = () => {
    const caseId = id.trim().toLowerCase();
    setWrong(!uuid.test(caseId));
    if (uuid.test(caseId)) void navigate(`/archive/cases/${caseId}`);
  };
  return (
    <FormField
      label={search.caseId}
      errorText={wrong ? search.notId : ''}
      secondaryControl={<Button onClick={open}>{search.open}</Button>}
    >
      <Input
        value={id}
        spellcheck={false}
        autoComplete={false}
        onChange={({ detail }) => setId(detail.value)}
        onKeyDown={({ detail }) => detail.key === 'Enter' && open()}
      />
    </FormField>
  );
}
