import { stores } from '../../../adapters/stores/index.ts'
import { testStore } from '../../contract/store.ts'
import { freshSettings } from './fresh-settings.ts'

for (const kind of stores) testStore(kind, freshSettings)
