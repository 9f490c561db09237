/** The beginning of each value; an answer holds it only if it repeats the value. */
const mark = 'mde-value-';

/** The name of an element and of a parm that only a value brings. */
const intruder = 'mde-intruder';

/** What XML has to escape, and what a count of characters takes for less than its bytes. */
const characters = `Zoë-東京 '"&<${intruder}/>]]>`;

/**
 * Texts that whoever enrolls chooses, and that an answer may repeat. One of them ends an attribute and adds a line of a provisioning
 * document.
 */
export const chosenValues = {
  mark,
  intruder,
  email: { name: 'EmailAddress', value: `${mark}1 ${characters}` },
  user: { name: 'user name', value: `${mark}2 ${characters}` },
  deviceName: { name: 'DeviceName', value: `${mark}3"/><parm name="${intruder}" value="1` },
  hardwareId: { name: 'HWDevID', value: `${mark}4 ${characters}` },
} as const;
