import { expect, it } from 'vitest';
import { titleOf } from './page';

it('puts the page before its rooms in the title, since tabs are narrow', () => {
  expect(titleOf([{ label: 'Register', to: '/register' }, { label: 'Payment database' }])).toBe(
    'Payment database · Register · Holdfast',
  );
});
