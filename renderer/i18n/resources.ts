import enBoot from '../../resources/locales/en/boot.json';
import enCommon from '../../resources/locales/en/common.json';
import enCoordination from '../../resources/locales/en/coordination.json';
import enDirectory from '../../resources/locales/en/directory.json';
import enDispatch from '../../resources/locales/en/dispatch.json';
import enFailures from '../../resources/locales/en/failures.json';
import enHistory from '../../resources/locales/en/history.json';
import enLetters from '../../resources/locales/en/letters.json';
import enPaper from '../../resources/locales/en/paper.json';
import enPraise from '../../resources/locales/en/praise.json';
import enReception from '../../resources/locales/en/reception.json';
import enReplies from '../../resources/locales/en/replies.json';
import enSearch from '../../resources/locales/en/search.json';
import enSettings from '../../resources/locales/en/settings.json';
import enShell from '../../resources/locales/en/shell.json';
import enToday from '../../resources/locales/en/today.json';
import zhBoot from '../../resources/locales/zh/boot.json';
import zhCommon from '../../resources/locales/zh/common.json';
import zhCoordination from '../../resources/locales/zh/coordination.json';
import zhDirectory from '../../resources/locales/zh/directory.json';
import zhDispatch from '../../resources/locales/zh/dispatch.json';
import zhFailures from '../../resources/locales/zh/failures.json';
import zhHistory from '../../resources/locales/zh/history.json';
import zhLetters from '../../resources/locales/zh/letters.json';
import zhPaper from '../../resources/locales/zh/paper.json';
import zhPraise from '../../resources/locales/zh/praise.json';
import zhReception from '../../resources/locales/zh/reception.json';
import zhReplies from '../../resources/locales/zh/replies.json';
import zhSearch from '../../resources/locales/zh/search.json';
import zhSettings from '../../resources/locales/zh/settings.json';
import zhShell from '../../resources/locales/zh/shell.json';
import zhToday from '../../resources/locales/zh/today.json';

/** Chinese is written first; English has the same keys, and a check refuses what one of them lacks. */
export const zh = {
  boot: zhBoot,
  common: zhCommon,
  coordination: zhCoordination,
  directory: zhDirectory,
  dispatch: zhDispatch,
  failures: zhFailures,
  history: zhHistory,
  letters: zhLetters,
  paper: zhPaper,
  praise: zhPraise,
  reception: zhReception,
  replies: zhReplies,
  search: zhSearch,
  settings: zhSettings,
  shell: zhShell,
  today: zhToday,
};

export const en = {
  boot: enBoot,
  common: enCommon,
  coordination: enCoordination,
  directory: enDirectory,
  dispatch: enDispatch,
  failures: enFailures,
  history: enHistory,
  letters: enLetters,
  paper: enPaper,
  praise: enPraise,
  reception: enReception,
  replies: enReplies,
  search: enSearch,
  settings: enSettings,
  shell: enShell,
  today: enToday,
} satisfies Record<keyof typeof zh, object>;
