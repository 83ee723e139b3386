/**
 * The introduction of each section, for the screens. They take nothing else of the catalog along: items are read from the records.
 */
import { introduction as mhlw_6_1 } from '../../catalog/MHLW/6.1.json'
import { introduction as mhlw_6_2 } from '../../catalog/MHLW/6.2.json'
import { introduction as mhlw_6_3 } from '../../catalog/MHLW/6.3.json'
import { introduction as mhlw_6_4 } from '../../catalog/MHLW/6.4.json'
import { introduction as mhlw_6_5 } from '../../catalog/MHLW/6.5.json'
import { introduction as mhlw_6_6 } from '../../catalog/MHLW/6.6.json'
import { introduction as mhlw_6_7 } from '../../catalog/MHLW/6.7.json'
import { introduction as mhlw_6_8 } from '../../catalog/MHLW/6.8.json'
import { introduction as mhlw_6_9 } from '../../catalog/MHLW/6.9.json'
import { introduction as mhlw_6_10 } from '../../catalog/MHLW/6.10.json'
import { introduction as mhlw_6_11 } from '../../catalog/MHLW/6.11.json'
import { introduction as mhlw_6_12 } from '../../catalog/MHLW/6.12.json'
import { introduction as mhlw_7_1 } from '../../catalog/MHLW/7.1.json'
import { introduction as mhlw_7_2 } from '../../catalog/MHLW/7.2.json'
import { introduction as mhlw_7_3 } from '../../catalog/MHLW/7.3.json'
import { introduction as mhlw_8_1 } from '../../catalog/MHLW/8.1.json'
import { introduction as mhlw_8_2 } from '../../catalog/MHLW/8.2.json'
import { introduction as mhlw_8_3 } from '../../catalog/MHLW/8.3.json'
import { introduction as mhlw_8_4 } from '../../catalog/MHLW/8.4.json'
import { introduction as meti_2_1 } from '../../catalog/METI/2.1.json'
import { introduction as meti_2_2_1 } from '../../catalog/METI/2.2.1.json'
import { introduction as meti_2_2_2 } from '../../catalog/METI/2.2.2.json'
import { introduction as meti_2_3 } from '../../catalog/METI/2.3.json'
import { introduction as meti_2_4 } from '../../catalog/METI/2.4.json'
import { introduction as meti_2_5_1 } from '../../catalog/METI/2.5.1.json'
import { introduction as meti_2_5_2 } from '../../catalog/METI/2.5.2.json'
import { introduction as meti_2_5_3 } from '../../catalog/METI/2.5.3.json'
import { introduction as meti_2_5_4 } from '../../catalog/METI/2.5.4.json'
import { introduction as meti_2_5_5 } from '../../catalog/METI/2.5.5.json'
import { introduction as meti_2_6_1 } from '../../catalog/METI/2.6.1.json'
import { introduction as meti_2_6_2 } from '../../catalog/METI/2.6.2.json'
import { introduction as meti_2_6_3 } from '../../catalog/METI/2.6.3.json'
import { introduction as meti_2_6_4 } from '../../catalog/METI/2.6.4.json'
import { introduction as meti_2_6_5 } from '../../catalog/METI/2.6.5.json'
import { introduction as meti_2_6_6 } from '../../catalog/METI/2.6.6.json'
import { introduction as meti_2_6_7 } from '../../catalog/METI/2.6.7.json'
import { introduction as meti_2_6_8 } from '../../catalog/METI/2.6.8.json'
import { introduction as meti_2_6_9 } from '../../catalog/METI/2.6.9.json'
import { introduction as meti_2_6_10 } from '../../catalog/METI/2.6.10.json'
import { introduction as meti_2_6_11 } from '../../catalog/METI/2.6.11.json'
import { introduction as meti_2_6_12 } from '../../catalog/METI/2.6.12.json'
import { introduction as meti_2_6_13 } from '../../catalog/METI/2.6.13.json'
import { introduction as meti_2_6_14 } from '../../catalog/METI/2.6.14.json'
import { introduction as meti_2_6_15 } from '../../catalog/METI/2.6.15.json'
import { introduction as meti_2_7 } from '../../catalog/METI/2.7.json'
import { introduction as meti_2_8 } from '../../catalog/METI/2.8.json'
import { introduction as meti_2_9 } from '../../catalog/METI/2.9.json'
import { introduction as meti_2_10_1 } from '../../catalog/METI/2.10.1.json'
import { introduction as meti_2_10_2 } from '../../catalog/METI/2.10.2.json'

/** By part and number: `MHLW:6.5`. */
export const INTRODUCTIONS: Readonly<Record<string, string>> = {
  'MHLW:6.1': mhlw_6_1,
  'MHLW:6.2': mhlw_6_2,
  'MHLW:6.3': mhlw_6_3,
  'MHLW:6.4': mhlw_6_4,
  'MHLW:6.5': mhlw_6_5,
  'MHLW:6.6': mhlw_6_6,
  'MHLW:6.7': mhlw_6_7,
  'MHLW:6.8': mhlw_6_8,
  'MHLW:6.9': mhlw_6_9,
  'MHLW:6.10': mhlw_6_10,
  'MHLW:6.11': mhlw_6_11,
  'MHLW:6.12': mhlw_6_12,
  'MHLW:7.1': mhlw_7_1,
  'MHLW:7.2': mhlw_7_2,
  'MHLW:7.3': mhlw_7_3,
  'MHLW:8.1': mhlw_8_1,
  'MHLW:8.2': mhlw_8_2,
  'MHLW:8.3': mhlw_8_3,
  'MHLW:8.4': mhlw_8_4,
  'METI:2.1': meti_2_1,
  'METI:2.2.1': meti_2_2_1,
  'METI:2.2.2': meti_2_2_2,
  'METI:2.3': meti_2_3,
  'METI:2.4': meti_2_4,
  'METI:2.5.1': meti_2_5_1,
  'METI:2.5.2': meti_2_5_2,
  'METI:2.5.3': meti_2_5_3,
  'METI:2.5.4': meti_2_5_4,
  'METI:2.5.5': meti_2_5_5,
  'METI:2.6.1': meti_2_6_1,
  'METI:2.6.2': meti_2_6_2,
  'METI:2.6.3': meti_2_6_3,
  'METI:2.6.4': meti_2_6_4,
  'METI:2.6.5': meti_2_6_5,
  'METI:2.6.6': meti_2_6_6,
  'METI:2.6.7': meti_2_6_7,
  'METI:2.6.8': meti_2_6_8,
  'METI:2.6.9': meti_2_6_9,
  'METI:2.6.10': meti_2_6_10,
  'METI:2.6.11': meti_2_6_11,
  'METI:2.6.12': meti_2_6_12,
  'METI:2.6.13': meti_2_6_13,
  'METI:2.6.14': meti_2_6_14,
  'METI:2.6.15': meti_2_6_15,
  'METI:2.7': meti_2_7,
  'METI:2.8': meti_2_8,
  'METI:2.9': meti_2_9,
  'METI:2.10.1': meti_2_10_1,
  'METI:2.10.2': meti_2_10_2,
}
