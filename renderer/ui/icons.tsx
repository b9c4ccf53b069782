import type { ReactNode } from 'react';

/** Line icons in one weight, drawn here because a set would ship thousands. */
function Icon({ children }: { children: ReactNode }) {
  return (
    <svg
      width="18"
      height="18"
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.8"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      {children}
    </svg>
  );
}

export function EyeIcon() {
  return (
    <Icon>
      <path d="M2 12s3.6-6.5 10-6.5S22 12 22 12s-3.6 6.5-10 6.5S2 12 2 12z" />
      <circle cx="12" cy="12" r="2.8" />
    </Icon>
  );
}

export function LetterIcon() {
  return (
    <Icon>
      <rect x="3" y="5.5" width="18" height="13" rx="1.5" />
      <path d="M3.5 7l8.5 6.5L20.5 7" />
    </Icon>
  );
}

export function FormIcon() {
  return (
    <Icon>
      <rect x="5" y="3.5" width="14" height="17" rx="1.5" />
      <path d="M8.5 8.5h7M8.5 12h7M8.5 15.5h4" />
    </Icon>
  );
}

export function TodayIcon() {
  return (
    <Icon>
      <rect x="3.5" y="5" width="17" height="15.5" rx="1.5" />
      <path d="M3.5 10h17M8 3v4M16 3v4" />
    </Icon>
  );
}

export function LogIcon() {
  return (
    <Icon>
      <path d="M5 4.5h11.5A2.5 2.5 0 0 1 19 7v13H7.5A2.5 2.5 0 0 1 5 17.5z" />
      <path d="M8.5 9h7M8.5 12.5h7" />
    </Icon>
  );
}

export function DirectoryIcon() {
  return (
    <Icon>
      <path d="M4 20.5V9.5l8-6 8 6v11z" />
      <path d="M9.5 20.5v-6h5v6" />
    </Icon>
  );
}

export function SettingsIcon() {
  return (
    <Icon>
      <circle cx="12" cy="12" r="3" />
      <path d="M12 3v3M12 18v3M3 12h3M18 12h3M5.6 5.6l2.2 2.2M16.2 16.2l2.2 2.2M18.4 5.6l-2.2 2.2M7.8 16.2l-2.2 2.2" />
    </Icon>
  );
}

export function LockIcon() {
  return (
    <Icon>
      <rect x="5" y="11" width="14" height="9.5" rx="1.5" />
      <path d="M8 11V8a4 4 0 0 1 8 0v3" />
    </Icon>
  );
}

export function SearchIcon() {
  return (
    <Icon>
      <circle cx="10.5" cy="10.5" r="6" />
      <path d="M15 15l5.5 5.5" />
    </Icon>
  );
}

export function EditIcon() {
  return (
    <Icon>
      <path d="M4 20l1-4.5L16.5 4 20 7.5 8.5 19z" />
      <path d="M13.5 7l3.5 3.5" />
    </Icon>
  );
}

export function RemoveIcon() {
  return (
    <Icon>
      <path d="M4.5 6.5h15M9.5 6.5V4h5v2.5M6.5 6.5l1 13h9l1-13" />
      <path d="M10.5 10v6M13.5 10v6" />
    </Icon>
  );
}

export function DispatchIcon() {
  return (
    <Icon>
      <path d="M14.5 6.5a4 4 0 0 1 5-3.8l-2.6 2.6 1.8 1.8 2.6-2.6a4 4 0 0 1-5.2 4.9L8 17.5a2 2 0 1 1-2.8-2.8l8.1-8.1" />
    </Icon>
  );
}

export function ReplyIcon() {
  return (
    <Icon>
      <path d="M9 6L3.5 11.5 9 17" />
      <path d="M4 11.5h9.5c4 0 7 2.4 7 6.5" />
    </Icon>
  );
}

export function PraiseIcon() {
  return (
    <Icon>
      <circle cx="12" cy="9" r="5.5" />
      <path d="M8.5 13.5L7 21l5-2.5L17 21l-1.5-7.5" />
    </Icon>
  );
}
