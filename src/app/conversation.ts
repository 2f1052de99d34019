import type { Place, Slot } from '../core/effect.ts'
import type { Answers, FormView, Ticket } from '../core/message/form.ts'
import type { Message, Press } from '../core/message/message.ts'
import type { Actor } from '../core/people/actor.ts'
import type { RecordId } from '../core/record-id.ts'

/** Who speaks, where, and the delivery's key: the same key twice changes nothing. */
export interface Heard {
  readonly actor: Actor
  readonly channel: string
  /** Unique to this delivery on its service; a repeated delivery carries the same one. */
  readonly key: string
  /** The room in which a command was typed, where that is known. */
  readonly at?: Place
}

/** What the person gets back at once, privately. Everything else goes through the outbox. */
export type Reply =
  | { readonly type: 'nothing' }
  /** Tell the person privately; if it answers a form, the form closes. */
  | {
      readonly type: 'say'
      readonly message: Message
      /** It holds a code that is kept nowhere: a channel that keeps private answers keeps it no longer than it is looked at. */
      readonly passing?: true
      /** The rules that it rests on, where it is about a record that began under its own: by the hash of their content. */
      readonly under?: string
      /** It is a list, and says itself of which of its lines nobody approved the rules. */
      readonly rests?: 'said'
    }
  /** Show this form: a new one, or the one handed in with what is wrong. */
  | { readonly type: 'form'; readonly form: FormView }

/** A chat without threads: what it is the place of, and which message was quoted in it. */
export interface Chat {
  readonly places: readonly Place[]
  readonly quoted: string | undefined
  /** Counts words that turn out to be a command: why it is not followed just now; null where it is. */
  readonly excess?: () => string | null
}

/** The thread under `ref` of a place; `called`: the message names Muster, so it is never talk among people. */
export interface Thread {
  readonly place: Place
  readonly ref: string
  readonly called?: boolean
}

/** A message that is not as it was said: the key under which it was heard, and its thread. */
export interface Altered {
  readonly message: string
  readonly where: { readonly place: Place; readonly ref: string } | null
  readonly what: 'changed' | 'deleted'
}

/** Everything that people can do, the same on every channel. Adapters only parse and render. */
export interface Conversation {
  /** `/concern`, `/incident`, `/muster …`, and the same words typed to the bot. */
  command(heard: Heard, name: 'concern' | 'incident' | 'muster', text: string): Promise<Reply>
  press(heard: Heard, press: Press): Promise<Reply>
  /** The form with these answers so far: what is shown may depend on them. Changes nothing. */
  refresh(heard: Heard, ticket: Ticket, answers: Answers): Promise<Reply>
  /** The ticket's nonce is the key: the same form handed in twice makes one change. */
  submit(heard: Heard, ticket: Ticket, answers: Answers): Promise<Reply>
  /** A person's message in a thread. `nothing` when it is not for Muster. */
  said(heard: Heard, where: Thread, text: string): Promise<Reply>
  /** A person's message in a chat without threads: an answer, something about a record, or a `/muster` command. */
  saidInChat(heard: Heard, chat: Chat, text: string): Promise<Reply>
  /**
   * Somebody changed or deleted a message. What was recorded of it stays, and the record says so;
   * `nothing` where nothing was.
   */
  altered(heard: Heard, altered: Altered): Promise<Reply>
  /** What stands in a slot of a place as this person sees it: with those buttons that are for them. */
  view(heard: Heard, place: Place, record: RecordId, slot: Slot): Promise<Message | undefined>
  /** The service knows that this person opened what stands there: kept of calls to a meeting. Never fails. */
  opened(heard: Heard, record: RecordId, slot: Slot): Promise<void>
  /** What the person owes and may do: App Home, the start of a personal chat. */
  home(heard: Heard): Promise<Message>
}
