/** The timeline of all rehearsals: real time, from which each is ahead by an offset of its own. */
export const DRILLS = 'drill'
