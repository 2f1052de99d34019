import { App, LogLevel } from '@slack/bolt'

/** The floor: Bolt as its first page shows it, with its own HTTPReceiver. */
const app = new App({
  token: process.env.SLACK_BOT_TOKEN ?? '',
  signingSecret: process.env.SLACK_SIGNING_SECRET ?? '',
  clientOptions: { slackApiUrl: process.env.SLACK_API_URL ?? '' },
  logLevel: LogLevel.ERROR,
})

app.command('/concern', async ({ ack }) => {
  await ack()
})

/** What a bare app that has a form does. */
app.command('/form', async ({ ack, body, client }) => {
  await ack()
  await client.views.open({
    trigger_id: body.trigger_id,
    view: {
      type: 'modal',
      title: { type: 'plain_text', text: 'Raise a concern' },
      submit: { type: 'plain_text', text: 'Raise it' },
      blocks: [
        {
          type: 'input',
          label: { type: 'plain_text', text: 'What happened' },
          element: { type: 'plain_text_input', action_id: 'what', multiline: true },
        },
      ],
    },
  })
})

await app.start(Number(process.env.PORT))
