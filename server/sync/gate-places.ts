// Where a new struct will lie, found without applying it: the same derivation as `Item.getMissing` of Yjs 13.6.
import * as Y from "yjs";
import type { Layout, TypeKind } from "../../shared/ydoc/layout.ts";
import { Refused } from "./refused.ts";

/** A type that holds children: its root, the keys that lead to it, and its kind. */
export interface Holder {
  root: string;
  path: (string | null)[];
  kind: TypeKind;
}

/** A holder and the key under it; `gone` is inside something collected, where nobody will see it. */
export type Place = { gone: true } | { gone: false; holder: Holder; key: string | null };

export type Struct = Y.Item | Y.GC | Y.Skip;

const GONE: Place = { gone: true };
type SharedType = Y.AbstractType<unknown>;

export function kindOf(type: SharedType): TypeKind {
  if (type instanceof Y.XmlElement) return "element";
  if (type instanceof Y.XmlText) return "xmlText";
  if (type instanceof Y.XmlFragment) return "fragment";
  if (type instanceof Y.Map) return "map";
  if (type instanceof Y.Array) return "array";
  return "text";
}

/** Finds places of structs, of the update and of the document alike. One per judged update. */
export class Places {
  private readonly known = new Map<Struct, Place>();
  private readonly layout: Layout;
  private readonly find: (id: Y.ID) => Struct;

  constructor(layout: Layout, find: (id: Y.ID) => Struct) {
    this.layout = layout;
    this.find = find;
  }

  /** The place of a struct that was located before or stands in the document. */
  of(struct: Struct): Place {
    const known = this.known.get(struct);
    if (known) return known;
    if (!(struct instanceof Y.Item) || !(struct.parent instanceof Y.AbstractType)) return GONE;
    return { gone: false, holder: this.holderOf(struct.parent), key: struct.parentSub };
  }

  /** Derives and remembers the place of a new struct. */
  locate(struct: Struct): Place {
    const place = struct instanceof Y.Item ? this.derive(struct) : GONE;
    this.known.set(struct, place);
    return place;
  }

  private derive(item: Y.Item): Place {
    const left = item.origin && this.find(item.origin);
    const right = item.rightOrigin && this.find(item.rightOrigin);
    if ((left && this.isGone(left)) || (right && this.isGone(right))) return GONE;
    const neighbour = left ?? right;
    if (neighbour) return this.of(neighbour);
    const parent: unknown = item.parent;
    if (typeof parent === "string") return this.underRoot(parent, item.parentSub);
    if (!(parent instanceof Y.ID)) throw new Refused("malformed", "no parent");
    return this.underItem(this.find(parent), item.parentSub);
  }

  private underRoot(name: string, key: string | null): Place {
    const root = Object.hasOwn(this.layout.roots, name) ? this.layout.roots[name] : undefined;
    if (!root) throw new Refused("doesNotFit", "unknown root");
    return { gone: false, holder: { root: name, path: [], kind: root.kind }, key };
  }

  private underItem(parent: Struct, key: string | null): Place {
    if (this.isGone(parent) || !(parent instanceof Y.Item) || !(parent.content instanceof Y.ContentType)) return GONE;
    const up = this.of(parent);
    if (up.gone) return GONE;
    const holder = { root: up.holder.root, path: [...up.holder.path, up.key], kind: kindOf(parent.content.type) };
    return { gone: false, holder, key };
  }

  private holderOf(type: SharedType): Holder {
    const item = type._item;
    if (item === null) {
      const root = Y.findRootTypeKey(type);
      return { root, path: [], kind: this.layout.roots[root]?.kind ?? kindOf(type) };
    }
    const up = this.holderOf(item.parent as SharedType);
    return { root: up.root, path: [...up.path, item.parentSub], kind: kindOf(type) };
  }

  private isGone(struct: Struct): boolean {
    return !(struct instanceof Y.Item) || this.known.get(struct)?.gone === true;
  }
}
