import { z } from 'zod'
import { rule } from './citation.ts'
import { Post } from './post.ts'

/**
 * What a row may say instead of a post. Some name people by what they have to do with the record:
 * `readers` see it; `asked` were asked the question, or act for the post that was; `clock` and `cycle`
 * are the posts of that clock or cycle; `caller` may call that meeting, or is its convener, or may have those people told; `called` was invited to it: whose call it is;
 * `chair` and `transition` are the posts that chair, or decide on that way; `meeting` is a meeting that
 * was called and leads to it; `themselves` is whom it is about; `head` is the organisation’s;
 * `filer` are the posts that may put that step of a matter on file, and for some whoever put an earlier one there;
 * `attendees` were called to the meeting; `addressed` speak for the organisation that is asked for an
 * action, and `asker` asked for it;
 * `raiser` raised it anonymously and has shown the code; `accessList` decides who sees a confidential case;
 * `recorder` wrote the record of a meeting, or corrected it; `sharer` are the posts that share with a host in the name of the organisation that is named;
 * `listed` is everybody in the directory; `colleagues` are those who rehearse, and everybody who works where one of them does.
 * `administrator` is named in the settings; `muster` is Muster itself, and no person.
 */
const GRANTS = [
  'anyone',
  'readers',
  'asked',
  'clock',
  'cycle',
  'caller',
  'filer',
  'called',
  'chair',
  'transition',
  'meeting',
  'themselves',
  'head',
  'attendees',
  'addressed',
  'asker',
  'raiser',
  'accessList',
  'listed',
  'colleagues',
  'recorder',
  'sharer',
  'administrator',
  'muster',
] as const

const word = z.enum(GRANTS)
export type GrantWord = z.infer<typeof word>

const Grant = z.union([word, Post], {
  error: `name a post (with "role" and "of"), or one of ${GRANTS.join(', ')}`,
})
export type Grant = z.infer<typeof Grant>

/** Who may ask something of a kind of record. What no row allows, nobody may. */
export const PermissionRule = z.object({
  ...rule,
  kind: z.enum(['case', 'meeting', 'provider', 'organisation', 'drill']),
  intent: z.string(),
  /** For such cases only, before the row that holds for all. */
  when: z.enum(['concern', 'incident', 'intelligence']).optional(),
  may: z.array(Grant),
})
export type PermissionRule = z.infer<typeof PermissionRule>
export type CaseWord = NonNullable<PermissionRule['when']>
