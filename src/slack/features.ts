/**
 * What of the bot can be switched. `unfurl`: whether links to Ofsted's reports get a preview; `on`
 * leaves out channels that another organisation shares. `workObjects`: whether previews are Work
 * Objects, which are switched on in the app's settings.
 */
export type Features = {
  feedback: boolean;
  unfurl: 'off' | 'on' | 'everywhere';
  workObjects: boolean;
};
