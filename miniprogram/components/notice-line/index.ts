/** 办成了或没办成的一句话，留在原处。 */
Component({
  properties: {
    /** good | bad | calm */
    tone: { type: String, value: 'calm' },
    text: { type: String, value: '' },
  },
  data: { marks: { good: '✓', bad: '!', calm: '·' } as Record<string, string> },
});
