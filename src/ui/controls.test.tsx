import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { useState } from 'react';
import { describe, expect, it, vi } from 'vitest';
import { Button, IconButton } from './button.tsx';
import { CopyButton } from './copy-button.tsx';
import { Dialog, Sheet } from './dialog.tsx';
import { Disclosure } from './disclosure.tsx';
import { Checkbox, TextField } from './field.tsx';
import { Menu } from './menu.tsx';
import { Popover } from './popover.tsx';
import { SearchField } from './search-field.tsx';
import { SegmentedControl, ToggleSet } from './segmented-control.tsx';
import { Select } from './select.tsx';
import { SplitPane } from './split-pane.tsx';
import { Switch } from './switch.tsx';
import { Tabs } from './tabs.tsx';
import { renderUi } from './testing/render-ui.tsx';
import { useToasts } from './toasts.tsx';
import { Tooltip } from './tooltip.tsx';

type Letter = 'a' | 'b' | 'c';

const letters = [
  { value: 'a', label: 'Alpha' },
  { value: 'b', label: 'Beta' },
  { value: 'c', label: 'Gamma', disabled: true },
] as const;

function TwoTabs() {
  const [value, setValue] = useState<Letter>('a');
  return (
    <Tabs<Letter>
      label="Facets"
      value={value}
      onChange={setValue}
      tabs={[
        { value: 'a', label: 'Why', content: 'Because' },
        { value: 'b', label: 'Gates', count: 3, content: 'Three gates' },
      ]}
    />
  );
}

function OwnSearch({ onKeyDown }: { readonly onKeyDown: () => void }) {
  const [value, setValue] = useState('w3');
  return <SearchField label="Search" value={value} onChange={setValue} onKeyDown={onKeyDown} />;
}

function AskingButton() {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button onClick={() => setOpen(true)}>Ask</Button>
      <Dialog open={open} onOpenChange={setOpen} title="Forget it?" description="For good.">
        <Button>Forget</Button>
      </Dialog>
    </>
  );
}

function FailingButton({ again }: { readonly again: () => void }) {
  const toasts = useToasts();
  const fail = () =>
    toasts.add({
      title: 'Could not reload',
      tone: 'stale',
      failure: true,
      action: { label: 'Try again', onPress: again },
    });
  return <Button onClick={fail}>Fail</Button>;
}

function OwnSplit() {
  const [size, setSize] = useState(300);
  return (
    <SplitPane
      side="Why"
      sideLabel="Inspector"
      size={size}
      onSizeChange={setSize}
      min={280}
      max={400}
    >
      Graph
    </SplitPane>
  );
}

describe('buttons', () => {
  it('act by pointer and keyboard, and not when disabled', async () => {
    const press = vi.fn();
    const { user } = renderUi(
      <>
        <Button onClick={press}>Reload</Button>
        <Button disabled onClick={press}>
          Forget
        </Button>
      </>,
    );
    await user.click(screen.getByRole('button', { name: 'Reload' }));
    await user.keyboard('{Enter}');
    await user.click(screen.getByRole('button', { name: 'Forget' }));
    expect(press).toHaveBeenCalledTimes(2);
    expect(screen.getByRole('button', { name: 'Reload' })).toHaveAttribute('type', 'button');
  });

  it('name an icon by its label, which is its tooltip too', async () => {
    const { user } = renderUi(<IconButton label="Show inspector" icon={<svg aria-hidden />} />);
    const button = screen.getByRole('button', { name: 'Show inspector' });
    await user.hover(button);
    expect(await screen.findByRole('tooltip')).toHaveTextContent('Show inspector');
    expect(button).not.toHaveAttribute('aria-describedby');
  });

  it('are described by a tooltip that adds something', async () => {
    const { user } = renderUi(
      <Tooltip content="Counts blocking ones">
        <Button>Conditions</Button>
      </Tooltip>,
    );
    await user.tab();
    await screen.findByRole('tooltip');
    expect(screen.getByRole('button', { name: 'Conditions' })).toHaveAccessibleDescription(
      'Counts blocking ones',
    );
  });
});

describe('choices', () => {
  it('keep one segment chosen', async () => {
    const change = vi.fn();
    const { user } = renderUi(
      <SegmentedControl<Letter> label="Letter" options={letters} value="a" onChange={change} />,
    );
    const group = screen.getByRole('group', { name: 'Letter' });
    await user.click(within(group).getByRole('button', { name: 'Alpha', pressed: true }));
    expect(change).not.toHaveBeenCalled();
    await user.click(within(group).getByRole('button', { name: 'Beta', pressed: false }));
    expect(change).toHaveBeenCalledExactlyOnceWith('b');
  });

  it('switch any of a set', async () => {
    const change = vi.fn();
    const { user } = renderUi(
      <ToggleSet<Letter> label="Letters" options={letters} value={['a']} onChange={change} />,
    );
    await user.click(screen.getByRole('button', { name: 'Beta' }));
    expect(change.mock.calls[0]?.[0]).toEqual(['a', 'b']);
  });

  it('open a list and take an option by keyboard', async () => {
    const change = vi.fn();
    const { user } = renderUi(
      <Select<Letter> label="Letter" options={letters} value="a" onChange={change} />,
    );
    const box = screen.getByRole('combobox', { name: 'Letter' });
    expect(box).toHaveTextContent('Alpha');
    box.focus();
    await user.keyboard('{ArrowDown}');
    await screen.findByRole('option', { name: 'Alpha', selected: true });
    await user.keyboard('{ArrowDown}{Enter}');
    await waitFor(() => expect(change).toHaveBeenCalledExactlyOnceWith('b'));
  });

  it('run menu entries, switches and choices', async () => {
    const act = vi.fn();
    const check = vi.fn();
    const choose = vi.fn();
    const { user } = renderUi(
      <Menu
        trigger={<Button>Export</Button>}
        entries={[
          { kind: 'action', id: 'svg', label: 'As SVG', onSelect: act },
          { kind: 'action', id: 'png', label: 'As PNG', disabled: true, onSelect: act },
          { kind: 'separator', id: 's' },
          { kind: 'check', id: 'map', label: 'With map', checked: true, onChange: check },
          {
            kind: 'choice',
            id: 'which',
            heading: 'Which',
            value: 'all',
            onChange: choose,
            options: [
              { value: 'all', label: 'All' },
              { value: 'open', label: 'Open only' },
            ],
          },
        ]}
      />,
    );
    const trigger = screen.getByRole('button', { name: 'Export' });
    await user.click(trigger);
    await user.click(await screen.findByRole('menuitemcheckbox', { name: 'With map' }));
    expect(check.mock.calls[0]?.[0]).toBe(false);
    expect(screen.getByRole('menuitem', { name: 'As PNG' })).toHaveAttribute(
      'aria-disabled',
      'true',
    );
    await user.click(screen.getByRole('menuitemradio', { name: 'Open only' }));
    expect(choose).toHaveBeenCalledExactlyOnceWith('open');
    await waitFor(() => expect(screen.queryByRole('menu')).toBeNull());
    await user.click(trigger);
    await user.click(await screen.findByRole('menuitem', { name: 'As SVG' }));
    expect(act).toHaveBeenCalledOnce();
  });

  it('show one tab at a time and move by arrow', async () => {
    const { user } = renderUi(<TwoTabs />);
    screen.getByRole('tab', { name: 'Why', selected: true }).focus();
    expect(screen.getByRole('tabpanel')).toHaveTextContent('Because');
    await user.keyboard('{ArrowRight}');
    expect(screen.getByRole('tab', { name: /Gates/, selected: true })).toHaveFocus();
    expect(screen.getByRole('tabpanel')).toHaveTextContent('Three gates');
  });
});

describe('fields', () => {
  it('tie label, hint and error to the box', async () => {
    const change = vi.fn();
    const { user } = renderUi(
      <TextField
        label="Address"
        value=""
        onChange={change}
        hint="https only"
        error="Cannot read"
      />,
    );
    const box = screen.getByRole('textbox', { name: 'Address' });
    expect(box).toBeInvalid();
    expect(box).toHaveAccessibleDescription(/https only.*Cannot read/);
    await user.type(box, 'x');
    expect(change.mock.calls[0]?.[0]).toBe('x');
  });

  it('clear a search by Escape first, then let Escape pass', async () => {
    const outer = vi.fn();
    const { user } = renderUi(<OwnSearch onKeyDown={outer} />);
    const box = screen.getByRole('searchbox', { name: 'Search' });
    box.focus();
    await user.keyboard('{Escape}');
    expect(box).toHaveValue('');
    expect(outer).not.toHaveBeenCalled();
    await user.keyboard('{Escape}');
    expect(outer).toHaveBeenCalledOnce();
    await user.type(box, 'a');
    await user.click(screen.getByRole('button', { name: 'Clear' }));
    expect(box).toHaveValue('');
    expect(box).toHaveFocus();
  });

  it('tick, mix and switch by their words', async () => {
    const tick = vi.fn();
    const flip = vi.fn();
    const { user } = renderUi(
      <>
        <Checkbox label="Failing" checked={false} onChange={tick} />
        <Checkbox label="Some" checked={false} mixed onChange={tick} />
        <Switch label="Group" checked onChange={flip} />
      </>,
    );
    await user.click(screen.getByText('Failing'));
    expect(tick.mock.calls[0]?.[0]).toBe(true);
    expect(screen.getByRole('checkbox', { name: 'Some' })).toBePartiallyChecked();
    await user.click(screen.getByRole('switch', { name: 'Group', checked: true }));
    expect(flip.mock.calls[0]?.[0]).toBe(false);
  });
});

describe('what opens', () => {
  it('holds the focus in a dialog and gives it back', async () => {
    const { user } = renderUi(<AskingButton />);
    await user.click(screen.getByRole('button', { name: 'Ask' }));
    const dialog = await screen.findByRole('dialog', { name: 'Forget it?' });
    expect(dialog).toHaveAccessibleDescription('For good.');
    await waitFor(() => expect(dialog).toContainElement(document.activeElement as HTMLElement));
    await user.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    await waitFor(() => expect(screen.getByRole('button', { name: 'Ask' })).toHaveFocus());
  });

  it('closes a sheet by its button', async () => {
    const change = vi.fn();
    const { user } = renderUi(
      <Sheet open onOpenChange={change} title="W6">
        Details
      </Sheet>,
    );
    await user.click(await screen.findByRole('button', { name: 'Close' }));
    expect(change.mock.calls[0]?.[0]).toBe(false);
  });

  it('names a popover', async () => {
    const { user } = renderUi(
      <Popover trigger={<Button>As of</Button>} title="Judge as of">
        now
      </Popover>,
    );
    await user.click(screen.getByRole('button', { name: 'As of' }));
    expect(await screen.findByRole('dialog', { name: 'Judge as of' })).toHaveTextContent('now');
  });

  it('opens a disclosure', async () => {
    const { user } = renderUi(<Disclosure summary="Details">Inside</Disclosure>);
    const line = screen.getByRole('button', { name: 'Details', expanded: false });
    await user.click(line);
    expect(line).toHaveAttribute('aria-expanded', 'true');
    expect(screen.getByText('Inside')).toBeVisible();
    await user.click(line);
    // The browser's own search found something in what is closed.
    fireEvent(screen.getByText('Inside'), new Event('beforematch', { bubbles: true }));
    expect(line).toHaveAttribute('aria-expanded', 'true');
  });

  it('shows a toast with its action and lets it be dismissed', async () => {
    const again = vi.fn();
    const { user } = renderUi(<FailingButton again={again} />);
    await user.click(screen.getByRole('button', { name: 'Fail' }));
    await user.click(await screen.findByRole('button', { name: 'Try again' }));
    expect(again).toHaveBeenCalledOnce();
    await user.click(screen.getByRole('button', { name: 'Dismiss' }));
    await waitFor(() => expect(screen.queryByText('Could not reload')).toBeNull());
  });
});

describe('copying', () => {
  it('says that it worked', async () => {
    const { user } = renderUi(<CopyButton text="sha256:9f" label="Copy digest" look="button" />);
    await user.click(screen.getByRole('button', { name: 'Copy digest' }));
    expect(await screen.findByRole('button', { name: 'Copied' })).toBeVisible();
    expect(await navigator.clipboard.readText()).toBe('sha256:9f');
  });

  it('says that it failed', async () => {
    const { user } = renderUi(<CopyButton text="x" look="button" />);
    vi.spyOn(navigator.clipboard, 'writeText').mockRejectedValue(new Error('denied'));
    await user.click(screen.getByRole('button', { name: 'Copy' }));
    expect(await screen.findByRole('button', { name: /refused/ })).toBeVisible();
  });
});

describe('the split', () => {
  it('moves its handle by key within its limits', async () => {
    const { user } = renderUi(<OwnSplit />);
    const handle = screen.getByRole('separator', { name: 'Resize Inspector' });
    handle.focus();
    await user.keyboard('{ArrowLeft}');
    expect(handle).toHaveAttribute('aria-valuenow', '316');
    await user.keyboard('{Home}{ArrowLeft}');
    expect(handle).toHaveAttribute('aria-valuenow', '400');
    await user.keyboard('{End}{ArrowRight}');
    expect(handle).toHaveAttribute('aria-valuenow', '280');
    expect(screen.getByRole('complementary', { name: 'Inspector' })).toHaveTextContent('Why');
  });
});
