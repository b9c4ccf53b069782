import { Button, Group, Modal, Stack, Text } from '@mantine/core';

interface ConfirmModalProps {
  opened: boolean;
  text: string;
  confirm: string;
  refuse: string;
  /** A third answer, which gives nothing up either. */
  later?: { label: string; onPress: () => void } | undefined;
  onConfirm: () => void;
  onClose: () => void;
}

/** Asks before something typed is given up; the harmless answer has the focus. */
export function ConfirmModal({ opened, text, confirm, refuse, later, onConfirm, onClose }: ConfirmModalProps) {
  return (
    <Modal opened={opened} onClose={onClose} title={confirm}>
      <Stack>
        <Text>{text}</Text>
        <Group gap="xs">
          <Button variant="default" onClick={onClose} data-autofocus>
            {refuse}
          </Button>
          {later !== undefined && (
            <Button
              variant="default"
              onClick={() => {
                onClose();
                later.onPress();
              }}
            >
              {later.label}
            </Button>
          )}
          <Button
            color="red"
            onClick={() => {
              onClose();
              onConfirm();
            }}
          >
            {confirm}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
