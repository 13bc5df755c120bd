import { ConversationNote } from './conversations/conversation-note.entity';
import { Organisation } from './organisation.entity';
import { Person, Representation } from './person.entity';

export const actorsEntities = [Organisation, Person, Representation, ConversationNote];
