import { SAMPLE_ENVIRONMENT } from '../../../local/sample/keys';
import { isDeploymentCode } from '../../../cloudfunctions/platform/deployment-code';

beforeEach(() => Object.assign(process.env, SAMPLE_ENVIRONMENT));
afterAll(() => {
  for (const name of Object.keys(SAMPLE_ENVIRONMENT)) Reflect.deleteProperty(process.env, name);
});

test.each([
  ['一个码给全部', 'abc-1', 'huayuan', 'abc-1', true],
  ['码不对', 'abc-1', 'huayuan', 'abc-2', false],
  ['各村有各村的码', 'huayuan=abc-1,puyang=abc-2', 'puyang', 'abc-2', true],
  ['别村的码不行', 'huayuan=abc-1,puyang=abc-2', 'puyang', 'abc-1', false],
  ['没有写到的村，什么码都不行', 'huayuan=abc-1', 'puyang', '', false],
  ['整串当码输进来也不行', 'huayuan=abc-1', 'huayuan', 'huayuan=abc-1', false],
  ['名字是开头的村不算', 'huayuan=abc-1', 'hua', 'abc-1', false],
  ['没有码，谁也进不来', '', 'huayuan', '', false],
])('%s', (_rule, codes, place, code, fits) => {
  process.env['SETUP_CODE'] = codes;
  expect(isDeploymentCode('SETUP_CODE', place, code)).toBe(fits);
});
