import { QueryFailedError } from 'typeorm';
import { withoutValues } from './log';

describe('What the log says of an error', () => {
  it('is what went wrong and where, never the values of a statement', () => {
    const driver = Object.assign(new Error('terminating connection'), {
      code: '57P01',
      detail: 'Key (lower(mail))=(anna@ahornhaus.test) already exists.',
    });
    const failed = new QueryFailedError(
      'insert into person (mail) values ($1)',
      ['anna@ahornhaus.test'],
      driver,
    );
    const logged = withoutValues(failed);
    expect(logged).toMatchObject({
      type: 'QueryFailedError',
      message: 'terminating connection',
      code: '57P01',
    });
    expect(logged.stack).toContain('log.spec');
    expect(JSON.stringify(logged)).not.toContain('anna@ahornhaus.test');
  });

  it('names the constraint and what lay beneath, and takes whatever is thrown', () => {
    const beneath = Object.assign(new Error('duplicate key'), { code: '23505', constraint: 'account_mail' });
    expect(withoutValues(new Error('not saved', { cause: beneath }))).toMatchObject({
      message: 'not saved',
      cause: { code: '23505', constraint: 'account_mail' },
    });
    expect(withoutValues('thrown as text')).toEqual({ type: 'string', message: 'thrown as text', stack: '' });
  });
});
