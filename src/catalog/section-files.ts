/** The sections of the catalog in the source's order. One line a file, because a bundler follows only what is written out. */
import mhlw_6_1 from '../../catalog/MHLW/6.1.json'
import mhlw_6_2 from '../../catalog/MHLW/6.2.json'
import mhlw_6_3 from '../../catalog/MHLW/6.3.json'
import mhlw_6_4 from '../../catalog/MHLW/6.4.json'
import mhlw_6_5 from '../../catalog/MHLW/6.5.json'
import mhlw_6_6 from '../../catalog/MHLW/6.6.json'
import mhlw_6_7 from '../../catalog/MHLW/6.7.json'
import mhlw_6_8 from '../../catalog/MHLW/6.8.json'
import mhlw_6_9 from '../../catalog/MHLW/6.9.json'
import mhlw_6_10 from '../../catalog/MHLW/6.10.json'
import mhlw_6_11 from '../../catalog/MHLW/6.11.json'
import mhlw_6_12 from '../../catalog/MHLW/6.12.json'
import mhlw_7_1 from '../../catalog/MHLW/7.1.json'
import mhlw_7_2 from '../../catalog/MHLW/7.2.json'
import mhlw_7_3 from '../../catalog/MHLW/7.3.json'
import mhlw_8_1 from '../../catalog/MHLW/8.1.json'
import mhlw_8_2 from '../../catalog/MHLW/8.2.json'
import mhlw_8_3 from '../../catalog/MHLW/8.3.json'
import mhlw_8_4 from '../../catalog/MHLW/8.4.json'
import meti_2_1 from '../../catalog/METI/2.1.json'
import meti_2_2_1 from '../../catalog/METI/2.2.1.json'
import meti_2_2_2 from '../../catalog/METI/2.2.2.json'
import meti_2_3 from '../../catalog/METI/2.3.json'
import meti_2_4 from '../../catalog/METI/2.4.json'
import meti_2_5_1 from '../../catalog/METI/2.5.1.json'
import meti_2_5_2 from '../../catalog/METI/2.5.2.json'
import meti_2_5_3 from '../../catalog/METI/2.5.3.json'
import meti_2_5_4 from '../../catalog/METI/2.5.4.json'
import meti_2_5_5 from '../../catalog/METI/2.5.5.json'
import meti_2_6_1 from '../../catalog/METI/2.6.1.json'
import meti_2_6_2 from '../../catalog/METI/2.6.2.json'
import meti_2_6_3 from '../../catalog/METI/2.6.3.json'
import meti_2_6_4 from '../../catalog/METI/2.6.4.json'
import meti_2_6_5 from '../../catalog/METI/2.6.5.json'
import meti_2_6_6 from '../../catalog/METI/2.6.6.json'
import meti_2_6_7 from '../../catalog/METI/2.6.7.json'
import meti_2_6_8 from '../../catalog/METI/2.6.8.json'
import meti_2_6_9 from '../../catalog/METI/2.6.9.json'
import meti_2_6_10 from '../../catalog/METI/2.6.10.json'
import meti_2_6_11 from '../../catalog/METI/2.6.11.json'
import meti_2_6_12 from '../../catalog/METI/2.6.12.json'
import meti_2_6_13 from '../../catalog/METI/2.6.13.json'
import meti_2_6_14 from '../../catalog/METI/2.6.14.json'
import meti_2_6_15 from '../../catalog/METI/2.6.15.json'
import meti_2_7 from '../../catalog/METI/2.7.json'
import meti_2_8 from '../../catalog/METI/2.8.json'
import meti_2_9 from '../../catalog/METI/2.9.json'
import meti_2_10_1 from '../../catalog/METI/2.10.1.json'
import meti_2_10_2 from '../../catalog/METI/2.10.2.json'
import type { SectionFile } from './section-file'

// catalog/schema.json has held each of these files before every build and test (scripts/catalog-check.ts); the import's own type is too wide.
export const SECTION_FILES = [
  mhlw_6_1,
  mhlw_6_2,
  mhlw_6_3,
  mhlw_6_4,
  mhlw_6_5,
  mhlw_6_6,
  mhlw_6_7,
  mhlw_6_8,
  mhlw_6_9,
  mhlw_6_10,
  mhlw_6_11,
  mhlw_6_12,
  mhlw_7_1,
  mhlw_7_2,
  mhlw_7_3,
  mhlw_8_1,
  mhlw_8_2,
  mhlw_8_3,
  mhlw_8_4,
  meti_2_1,
  meti_2_2_1,
  meti_2_2_2,
  meti_2_3,
  meti_2_4,
  meti_2_5_1,
  meti_2_5_2,
  meti_2_5_3,
  meti_2_5_4,
  meti_2_5_5,
  meti_2_6_1,
  meti_2_6_2,
  meti_2_6_3,
  meti_2_6_4,
  meti_2_6_5,
  meti_2_6_6,
  meti_2_6_7,
  meti_2_6_8,
  meti_2_6_9,
  meti_2_6_10,
  meti_2_6_11,
  meti_2_6_12,
  meti_2_6_13,
  meti_2_6_14,
  meti_2_6_15,
  meti_2_7,
  meti_2_8,
  meti_2_9,
  meti_2_10_1,
  meti_2_10_2,
] as unknown as readonly SectionFile[]
