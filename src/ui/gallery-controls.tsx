import { Download, PanelRight, Play, Trash2 } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { Button, IconButton } from './button.tsx';
import { CopyButton } from './copy-button.tsx';
import { Dialog, Sheet } from './dialog.tsx';
import { Disclosure } from './disclosure.tsx';
import { ExternalLink } from './external-link.tsx';
import { Checkbox, TextField } from './field.tsx';
import styles from './gallery.module.css';
import { Icon } from './icon.tsx';
import { Kbd } from './kbd.tsx';
import { Menu } from './menu.tsx';
import { Panel } from './panel.tsx';
import { Popover } from './popover.tsx';
import { SearchField } from './search-field.tsx';
import { SegmentedControl, ToggleSet } from './segmented-control.tsx';
import { Select } from './select.tsx';
import { SplitPane } from './split-pane.tsx';
import { Switch } from './switch.tsx';
import { Tabs } from './tabs.tsx';
import { useToasts } from './toasts.tsx';
import { Tooltip } from './tooltip.tsx';

type Mode = 'why' | 'path' | 'what-if';
type Focus = 'up' | 'down';
type Facet = 'why' | 'gates' | 'evidence';
type Kind = 'all' | 'junit' | 'csv';

/** Everything that can be pressed, typed into or opened. */
export function GalleryControls(): ReactNode {
  return (
    <>
      <Buttons />
      <Fields />
      <Floating />
      <Containers />
      <Panel title="Links from a bundle">
        <div className={styles.stack}>
          <div>
            <ExternalLink address="https://ci.example.org/runs/88" label="Pipeline run 88" />
          </div>
          <div>
            <ExternalLink address={'http://b\u00fccher.example/report'} />
          </div>
          <div>
            <ExternalLink address="mailto:council@example.org" />
          </div>
          <div>
            <ExternalLink address="javascript:alert(1)" label="Open report" />
          </div>
          <div>
            <ExternalLink address="https://example.org@evil.test/" label="example.org" />
          </div>
        </div>
      </Panel>
    </>
  );
}

function Buttons(): ReactNode {
  const [mode, setMode] = useState<Mode>('why');
  const [focus, setFocus] = useState<readonly Focus[]>(['up']);
  return (
    <Panel title="Buttons and choices">
      <div className={styles.line}>
        <Button look="primary">Open bundle</Button>
        <Button>Compare with rev 47</Button>
        <Button icon={<Icon of={Download} />}>Export CSV</Button>
        <Button look="quiet">Reset view</Button>
        <Button look="danger" icon={<Icon of={Trash2} />}>
          Forget bundle
        </Button>
        <Button disabled>Not possible</Button>
        <Button size="small">Small</Button>
        <IconButton label="Show inspector" icon={<Icon of={PanelRight} />} />
        <IconButton label="Replay" look="default" icon={<Icon of={Play} />} />
        <IconButton label="Replay is not possible" disabled icon={<Icon of={Play} />} />
        <CopyButton text="sha256:9f3c" label="Copy digest" />
        <CopyButton text="https://example.org/" label="Copy link" look="button" />
      </div>
      <div className={styles.line}>
        <SegmentedControl<Mode>
          label="Question"
          value={mode}
          onChange={setMode}
          options={[
            { value: 'why', label: 'Why blocked' },
            { value: 'path', label: 'Critical path' },
            { value: 'what-if', label: 'What if', disabled: true },
          ]}
        />
        <ToggleSet<Focus>
          label="Focus"
          value={focus}
          onChange={setFocus}
          options={[
            { value: 'up', label: 'Upstream' },
            { value: 'down', label: 'Downstream' },
          ]}
        />
        <span>
          <Kbd>⌘</Kbd> <Kbd>K</Kbd>
        </span>
      </div>
    </Panel>
  );
}

function Fields(): ReactNode {
  const [text, setText] = useState('');
  const [search, setSearch] = useState('');
  const [kind, setKind] = useState<Kind>('all');
  const [ticked, setTicked] = useState(true);
  const [on, setOn] = useState(true);
  return (
    <Panel title="Fields">
      <div className={styles.grid}>
        <SearchField
          label="Search waves, gates, evidence"
          value={search}
          onChange={setSearch}
          shortcut="⌘K"
        />
        <Select<Kind>
          label="Kind of evidence"
          value={kind}
          onChange={setKind}
          options={[
            { value: 'all', label: 'All kinds', hint: 126 },
            { value: 'junit', label: 'Test report', hint: 41 },
            { value: 'csv', label: 'Table', hint: 12, disabled: true },
          ]}
        />
        <TextField
          label="Note"
          value={text}
          onChange={setText}
          hint="Stays in this browser."
          placeholder="What did you see?"
        />
        <TextField
          label="Address"
          value="ftp://example.org"
          onChange={() => undefined}
          mono
          error="Only http and https can be read."
        />
        <TextField label="Read only" value="rev 48" onChange={() => undefined} readOnly />
        <TextField label="Review note" value={text} onChange={setText} lines={3} />
        <div>
          <Checkbox label="Failing" checked={ticked} onChange={setTicked} hint={3} />
          <Checkbox
            label="Some of them"
            checked={false}
            mixed
            onChange={() => undefined}
            hint={2}
          />
          <Checkbox label="None" checked={false} onChange={() => undefined} hint={0} />
          <Checkbox label="Not offered" checked={false} disabled onChange={() => undefined} />
        </div>
        <div>
          <Switch label="Group by phase" checked={on} onChange={setOn} />
          <Switch label="Show minimap" checked={!on} onChange={(next) => setOn(!next)} />
          <Switch label="Not offered" checked={false} disabled onChange={() => undefined} />
        </div>
      </div>
    </Panel>
  );
}

function Floating(): ReactNode {
  const toasts = useToasts();
  const [dialog, setDialog] = useState(false);
  const [sheet, setSheet] = useState(false);
  const [density, setDensity] = useState('all');
  const [minimap, setMinimap] = useState(true);
  return (
    <Panel title="What floats">
      <div className={styles.line}>
        <Menu
          trigger={<Button>Export</Button>}
          entries={[
            {
              kind: 'action',
              id: 'svg',
              label: 'Picture as SVG',
              icon: <Icon of={Download} />,
              hint: 'whole graph',
              onSelect: () => undefined,
            },
            {
              kind: 'action',
              id: 'png',
              label: 'Picture as PNG',
              disabled: true,
              onSelect: () => undefined,
            },
            { kind: 'separator', id: 'one' },
            {
              kind: 'check',
              id: 'map',
              label: 'With minimap',
              checked: minimap,
              onChange: setMinimap,
            },
            {
              kind: 'choice',
              id: 'what',
              heading: 'Which items',
              value: density,
              onChange: setDensity,
              options: [
                { value: 'all', label: 'All' },
                { value: 'open', label: 'Open only' },
              ],
            },
            { kind: 'separator', id: 'two' },
            {
              kind: 'action',
              id: 'forget',
              label: 'Forget bundle',
              danger: true,
              onSelect: () => undefined,
            },
          ]}
        />
        <Popover trigger={<Button>As of 21 Nov 2026</Button>} title="Judge as of">
          <TextField
            label="Time"
            type="datetime-local"
            value="2026-11-21T14:02"
            onChange={() => undefined}
          />
        </Popover>
        <Tooltip content="Counts only conditions that block">
          <Button look="quiet">With a remark</Button>
        </Tooltip>
        <Button onClick={() => setDialog(true)}>Open dialog</Button>
        <Button onClick={() => setSheet(true)}>Open sheet</Button>
        <Button
          onClick={() =>
            toasts.add({
              title: 'Link copied',
              description: 'It opens this view as of 21 Nov 2026.',
              tone: 'passed',
            })
          }
        >
          Show toast
        </Button>
        <Button
          onClick={() =>
            toasts.add({
              title: 'Could not reload',
              description: 'The server answered 503. The last good view stays.',
              tone: 'stale',
              failure: true,
              action: { label: 'Try again', onPress: () => undefined },
            })
          }
        >
          Show failure
        </Button>
      </div>
      <Dialog
        open={dialog}
        onOpenChange={setDialog}
        title="Forget this bundle?"
        description="The copy in this browser is removed. The files themselves stay where they are."
        footer={
          <>
            <Button onClick={() => setDialog(false)}>Keep it</Button>
            <Button look="danger" onClick={() => setDialog(false)}>
              Forget bundle
            </Button>
          </>
        }
      />
      <Sheet open={sheet} onOpenChange={setSheet} title="Message write hardening">
        <p>Needs W4, W5 and W5A. None is proven.</p>
      </Sheet>
    </Panel>
  );
}

function Containers(): ReactNode {
  const [facet, setFacet] = useState<Facet>('why');
  const [size, setSize] = useState(320);
  return (
    <Panel title="Containers">
      <div className={styles.stack}>
        <Tabs<Facet>
          label="Facets of the item"
          value={facet}
          onChange={setFacet}
          tabs={[
            { value: 'why', label: 'Why', content: 'W4 is not complete.' },
            { value: 'gates', label: 'Gates', count: 3, content: 'Three gates guard it.' },
            { value: 'evidence', label: 'Evidence', count: 0, content: 'No evidence yet.' },
          ]}
        />
        <div>
          <Disclosure summary="Conditions that hold" aside="4 of 5" defaultOpen>
            Request ids reach every error surface.
          </Disclosure>
          <Disclosure summary="How it was computed">From junit/tools.xml.</Disclosure>
        </div>
        <div className={styles.split}>
          <SplitPane
            sideLabel="Inspector"
            size={size}
            onSizeChange={setSize}
            min={200}
            max={480}
            side={<div className={styles.pad}>Inspector</div>}
          >
            <div className={styles.pad}>Main part</div>
          </SplitPane>
        </div>
      </div>
    </Panel>
  );
}
