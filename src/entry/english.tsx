/** The sentences of lists, records and phone in English, a script of its own beside theirs: the build puts it into a function, so that it costs nothing where people read Japanese. */
export { en } from '../ui/messages/en'
