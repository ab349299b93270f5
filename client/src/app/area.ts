import type { LucideIcon } from 'lucide-react';
import type { RouteObject } from 'react-router';
import type { Permission } from '../generated/app';
import type { Viewer } from './session';

/** A link of the main navigation. */
export interface NavigationItem {
  to: string;
  /** Key of its text in common.json: the navigation is there before its areas are. */
  label: string;
  icon: LucideIcon;
  /** Smaller stands further left. */
  order: number;
  isFor(viewer: Viewer): boolean;
}

/** What a folder of pages adds to the client. */
export interface Area {
  /** Further texts that its pages speak with, beside its own. */
  texts?: string[];
  /** Pages that anyone may open. */
  open?: RouteObject[];
  /** Pages for logged-in people. */
  closed?: RouteObject[];
  navigation?: NavigationItem[];
}

/** For everyone of an agency or of a business: they may look at what is theirs, whatever they may do with it. */
export const ofKind =
  (kind: Viewer['organisation']['kind']) =>
  ({ organisation }: Viewer): boolean =>
    organisation.kind === kind;

/** For viewers that have a permission. */
export const withPermission =
  (permission: Permission) =>
  (viewer: Viewer): boolean =>
    viewer.permissions.includes(permission);
