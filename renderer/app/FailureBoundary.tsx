import { Alert, Button, Center, Stack, Text, Title } from '@mantine/core';
import { Component, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

interface FailureBoundaryProps {
  /** Drawn in place of what cannot be drawn. */
  instead: ReactNode;
  /** Another value, say another address, and what stands inside is tried again. */
  place?: string;
  /** Hears that something inside could not be drawn. */
  onFailure?: () => void;
  children: ReactNode;
}

interface FailureBoundaryState {
  failed: boolean;
  place: string | undefined;
}

/** Keeps a screen that cannot be drawn from taking the rest with it: without one React clears the whole window, and nobody is told. */
export class FailureBoundary extends Component<FailureBoundaryProps, FailureBoundaryState> {
  static getDerivedStateFromError(): Partial<FailureBoundaryState> {
    return { failed: true };
  }

  static getDerivedStateFromProps({ place }: FailureBoundaryProps, state: FailureBoundaryState): FailureBoundaryState | null {
    return place === state.place ? null : { failed: false, place };
  }

  override state: FailureBoundaryState = { failed: false, place: this.props.place };

  override componentDidCatch(): void {
    this.props.onFailure?.();
  }

  override render(): ReactNode {
    return this.state.failed ? this.props.instead : this.props.children;
  }
}

/** In the place of one screen: everything around it goes on working. */
export function ScreenFailed() {
  return <Failed of="screenFailed" />;
}

/** In the place of everything. */
export function DeskFailed() {
  return (
    <Center h="100%" p="md">
      <Failed of="deskFailed" />
    </Center>
  );
}

function Failed({ of }: { of: 'screenFailed' | 'deskFailed' }) {
  const { t } = useTranslation('shell');
  return (
    <Alert color="red" role="alert" maw={560} p="lg">
      <Stack>
        <Title order={1}>{t(`${of}.title`)}</Title>
        <Text>{t(`${of}.text`)}</Text>
        <Button onClick={() => globalThis.location.reload()} w="fit-content">
          {t('reload')}
        </Button>
      </Stack>
    </Alert>
  );
}
