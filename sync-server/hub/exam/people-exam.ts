import { describe, expect, it } from 'vitest';

import type { Examination, Person } from './under-exam.ts';
import { members } from './under-exam.ts';

const cookieOf = (headers: Headers) => /AuthSession=[^;]+/.exec(headers.get('set-cookie') ?? '')?.[0] ?? '';

export function examPeople(exam: () => Examination): void {
  describe('the protocol: people', () => {
    const login = ({ user, password }: Person) =>
      exam().ask('POST', '/_session', { name: user, password }, { as: null });

    it('refuses a wrong password, and says no more than that', async () => {
      const as = await exam().person([]);
      const wrong = { status: 401, body: { error: 'unauthorized', reason: 'Name or password is incorrect.' } };
      expect(await exam().ask('GET', '/_session', undefined, { as: { ...as, password: 'no' } })).toMatchObject(wrong);
      const nobody = { user: 'nobody-at-all', password: 'no' };
      expect(await exam().ask('GET', '/_session', undefined, { as: nobody })).toMatchObject(wrong);
      expect(await login({ ...as, password: 'no' })).toMatchObject(wrong);
    });

    it('tells who one is', async () => {
      const as = await exam().person(['cook']);
      const { body } = await exam().ask('GET', '/_session', undefined, { as });
      expect(body).toMatchObject({ ok: true, userCtx: { name: as.user, roles: ['cook'] } });
      const nobody = await exam().ask('GET', '/_session', undefined, { as: null });
      expect(nobody).toMatchObject({ status: 200, body: { userCtx: { name: null, roles: [] } } });
    });

    it('logs in for a cookie, by JSON or form, and out again', async () => {
      const as = await exam().person(['cook']);
      const json = await login(as);
      expect(json).toMatchObject({ status: 200, body: { ok: true, name: as.user, roles: ['cook'] } });
      expect(json.headers.get('set-cookie')).toMatch(/HttpOnly/i);
      const headers = { 'content-type': 'application/x-www-form-urlencoded' };
      const raw = new URLSearchParams({ name: as.user, password: as.password }).toString();
      const form = await exam().ask('POST', '/_session', undefined, { as: null, raw, headers });
      for (const { headers: answered } of [json, form]) {
        const cookie = cookieOf(answered);
        const who = await exam().ask('GET', '/_session', undefined, { as: null, headers: { cookie } });
        expect(who.body).toMatchObject({ userCtx: { name: as.user }, info: { authenticated: 'cookie' } });
      }
      const out = await exam().ask('DELETE', '/_session', undefined, { as: null });
      expect(out.headers.get('set-cookie')).toMatch(/AuthSession=;/);
    });

    it('does not believe a cookie that was tampered with', async () => {
      const as = await exam().person([]);
      const cookie = cookieOf((await login(as)).headers);
      const [name = '', value = ''] = cookie.split('=');
      const text = Buffer.from(value, 'base64url').toString('latin1').replace(as.user, exam().hub.user);
      const forged = `${name}=${Buffer.from(text, 'latin1').toString('base64url')}`;
      const who = await exam().ask('GET', '/_session', undefined, { as: null, headers: { cookie: forged } });
      if (who.status === 200) expect(who.body).toMatchObject({ userCtx: { name: null } });
      else expect([400, 401, 403]).toContain(who.status);
    });

    it('keeps a hash and no password, and takes the new one at once when it is changed', async () => {
      const as = await exam().person(['cook']);
      const path = `/_users/org.couchdb.user:${as.user}`;
      const { body: doc } = await exam().ask('GET', path);
      expect(JSON.stringify(doc)).not.toContain(as.password);
      expect(doc).toMatchObject({
        password_scheme: expect.any(String) as unknown,
        derived_key: expect.any(String) as unknown,
      });
      expect((await exam().ask('GET', '/_session', undefined, { as })).status).toBe(200);
      expect((await exam().ask('PUT', path, { ...members(doc), password: 'another one' })).status).toBe(201);
      expect((await exam().ask('GET', '/_session', undefined, { as })).status).toBe(401);
      const now = { ...as, password: 'another one' };
      expect((await exam().ask('GET', '/_session', undefined, { as: now })).status).toBe(200);
    });

    it('ends a session when the password changes, and asks for a new login', async () => {
      const as = await exam().person(['cook']);
      const cookie = cookieOf((await login(as)).headers);
      const path = `/_users/org.couchdb.user:${as.user}`;
      const { body: doc } = await exam().ask('GET', path);
      await exam().ask('PUT', path, { ...members(doc), password: 'another one' });
      const asking = { as: null, headers: { cookie } };
      const who = await exam().ask('GET', '/_session', undefined, asking);
      if (who.status === 200) expect(who.body).toMatchObject({ userCtx: { name: null } });
      else expect(who.status).toBe(401);
      expect((await exam().ask('GET', `/${await exam().database()}`, undefined, asking)).status).toBe(401);
      expect((await login({ ...as, password: 'another one' })).status).toBe(200);
    });

    it('says until when a session lasts, as a client that keeps cookies needs to know', async () => {
      const as = await exam().person([]);
      const cookie = (await login(as)).headers.get('set-cookie') ?? '';
      expect(cookie).toMatch(/Max-Age=[1-9]\d*/i);
      const expires = Date.parse((/Expires=([^;]+)/i.exec(cookie)?.[1] ?? '').replaceAll('-', ' '));
      expect(expires).toBeGreaterThan(Date.now());
    });

    it('refuses users that are none, and roles that are not for giving', async () => {
      const put = (doc: object) => exam().ask('PUT', '/_users/org.couchdb.user:exam-wrong', doc);
      const right = { name: 'exam-wrong', type: 'user', roles: [], password: 'x' };
      expect((await put({ ...right, type: 'other' })).status).toBe(403);
      expect((await put({ ...right, name: 'somebody' })).status).toBe(403);
      expect((await put({ ...right, roles: 'cook' })).status).toBe(403);
      expect((await put({ ...right, roles: ['_admin'] })).status).toBe(403);
    });

    it('believes no header that says who one is', async () => {
      const headers = { 'x-auth-couchdb-username': exam().hub.user, 'x-auth-couchdb-roles': '_admin' };
      const who = await exam().ask('GET', '/_session', undefined, { as: null, headers });
      expect(who.body).toMatchObject({ userCtx: { name: null } });
      expect((await exam().ask('GET', '/_all_dbs', undefined, { as: null, headers })).status).toBe(401);
    });
  });
}
