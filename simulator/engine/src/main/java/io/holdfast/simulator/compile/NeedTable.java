package io.holdfast.simulator.compile;

import io.holdfast.simulator.model.ContinuityModel;
import io.holdfast.simulator.model.Element;
import io.holdfast.simulator.model.Id;
import io.holdfast.simulator.model.Need;
import io.holdfast.simulator.model.UncertainHours;
import io.holdfast.simulator.sampling.AddressBook;
import io.holdfast.simulator.sampling.Purpose;
import io.holdfast.simulator.sampling.Sampler;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * All entries of needs as arrays. An entry is a node; a list of needs is a range of roots; members are a range of
 * children. Node, list and element numbers start at 0.
 */
public final class NeedTable {

    /** Kinds of nodes. */
    public static final byte ONE = 0;

    /** All members. */
    public static final byte ALL = 1;

    /** At least k members. */
    public static final byte AT_LEAST = 2;

    /** Members that carry load together. */
    public static final byte POOL = 3;

    private final byte[] kind;
    private final int[] element;
    private final int[] firstChild;
    private final int[] children;
    private final double[] childShare;
    private final int[] atLeast;
    private final double[] minimum;
    private final double[] soft;
    private final int[] held;
    private final int[] firstRoot;
    private final int[] roots;
    private final Sampler[] holdSampler;
    private final long[] holdKey;
    private final int[] holdNode;
    private final int[] holdOwner;

    private NeedTable(Builder b) {
        int nodes = b.kinds.size();
        kind = new byte[nodes];
        element = new int[nodes];
        atLeast = new int[nodes];
        minimum = new double[nodes];
        soft = new double[nodes];
        held = new int[nodes];
        firstChild = new int[nodes + 1];
        List<Integer> allChildren = new ArrayList<>();
        List<Double> allShares = new ArrayList<>();
        for (int n = 0; n < nodes; n++) {
            kind[n] = b.kinds.get(n);
            element[n] = b.elements.get(n);
            atLeast[n] = b.atLeasts.get(n);
            minimum[n] = b.minimums.get(n);
            soft[n] = b.softs.get(n);
            held[n] = b.helds.get(n);
            firstChild[n] = allChildren.size();
            allChildren.addAll(b.childrenOf.get(n));
            allShares.addAll(b.sharesOf.get(n));
        }
        firstChild[nodes] = allChildren.size();
        children = allChildren.stream().mapToInt(Integer::intValue).toArray();
        childShare = allShares.stream().mapToDouble(Double::doubleValue).toArray();
        firstRoot = new int[b.lists.size() + 1];
        List<Integer> allRoots = new ArrayList<>();
        for (int list = 0; list < b.lists.size(); list++) {
            firstRoot[list] = allRoots.size();
            allRoots.addAll(b.lists.get(list));
        }
        firstRoot[b.lists.size()] = allRoots.size();
        roots = allRoots.stream().mapToInt(Integer::intValue).toArray();
        holdSampler = b.holdSamplers.toArray(new Sampler[0]);
        holdKey = b.holdKeys.stream().mapToLong(Long::longValue).toArray();
        holdNode = b.holdNodes.stream().mapToInt(Integer::intValue).toArray();
        holdOwner = b.holdOwners.stream().mapToInt(Integer::intValue).toArray();
    }

    /** Kind of a node. */
    public byte kind(int node) {
        return kind[node];
    }

    /** The element of a node of kind {@link #ONE}, else -1. */
    public int element(int node) {
        return element[node];
    }

    /** The k of a node of kind {@link #AT_LEAST}. */
    public int atLeast(int node) {
        return atLeast[node];
    }

    /** The least sum of a node of kind {@link #POOL}. */
    public double minimum(int node) {
        return minimum[node];
    }

    /** The share at which an unmet node counts as met, or -1 for a hard node. */
    public double soft(int node) {
        return soft[node];
    }

    /** The number of the hold of a node, or -1. */
    public int held(int node) {
        return held[node];
    }

    /** First position of a node's children. */
    public int childrenFrom(int node) {
        return firstChild[node];
    }

    /** Position after a node's last child. */
    public int childrenTo(int node) {
        return firstChild[node + 1];
    }

    /** The node at a child position. */
    public int child(int position) {
        return children[position];
    }

    /** The pool share at a child position; 1 outside pools. */
    public double childShare(int position) {
        return childShare[position];
    }

    /** First position of a list's roots. */
    public int rootsFrom(int list) {
        return firstRoot[list];
    }

    /** Position after a list's last root. */
    public int rootsTo(int list) {
        return firstRoot[list + 1];
    }

    /** The node at a root position. */
    public int root(int position) {
        return roots[position];
    }

    /** How many nodes there are. */
    public int nodes() {
        return kind.length;
    }

    /** How many holds there are. */
    public int holds() {
        return holdNode.length;
    }

    /** The node of a hold. */
    public int holdNode(int hold) {
        return holdNode[hold];
    }

    /** The element whose needs, or whose method's needs, the hold stands in. */
    public int holdOwner(int hold) {
        return holdOwner[hold];
    }

    /** How long a hold lasts. */
    public Sampler holdSampler(int hold) {
        return holdSampler[hold];
    }

    /** The key of a hold's draw. */
    public long holdKey(int hold) {
        return holdKey[hold];
    }

    /** How many lists there are. */
    public int lists() {
        return firstRoot.length - 1;
    }

    /** The distinct elements named by a list, ascending. */
    public int[] elementsOf(int list) {
        Numbers found = new Numbers();
        for (int r = rootsFrom(list); r < rootsTo(list); r++) {
            collect(root(r), found);
        }
        return found.take();
    }

    /** The distinct elements named below a node, ascending. */
    public int[] elementsBelow(int node) {
        Numbers found = new Numbers();
        collect(node, found);
        return found.take();
    }

    private void collect(int node, Numbers found) {
        if (kind[node] == ONE) {
            found.add(element[node]);
        }
        for (int c = childrenFrom(node); c < childrenTo(node); c++) {
            collect(child(c), found);
        }
    }

    /** Collects lists of needs. */
    static final class Builder {

        private final Map<Id, Integer> indexOf;
        private final AddressBook addresses;
        private final boolean anyHolds;
        private final List<Byte> kinds = new ArrayList<>();
        private final List<Integer> elements = new ArrayList<>();
        private final List<Integer> atLeasts = new ArrayList<>();
        private final List<Double> minimums = new ArrayList<>();
        private final List<Double> softs = new ArrayList<>();
        private final List<Integer> helds = new ArrayList<>();
        private final List<List<Integer>> childrenOf = new ArrayList<>();
        private final List<List<Double>> sharesOf = new ArrayList<>();
        private final List<List<Integer>> lists = new ArrayList<>();
        private final List<Sampler> holdSamplers = new ArrayList<>();
        private final List<Long> holdKeys = new ArrayList<>();
        private final List<Integer> holdNodes = new ArrayList<>();
        private final List<Integer> holdOwners = new ArrayList<>();

        /** For a model, where addresses are given only if any entry holds: nothing else of a need is drawn. */
        Builder(ContinuityModel model, Map<Id, Integer> indexOf, AddressBook addresses) {
            anyHolds = model.elements().stream().anyMatch(Builder::anyHolds);
            this.indexOf = indexOf;
            this.addresses = addresses;
        }

        private static boolean anyHolds(Element element) {
            return anyHolds(element.needs())
                    || element.methods().stream()
                            .anyMatch(method -> anyHolds(method.alsoNeeds()) || anyHoldsOrNone(method.needs()));
        }

        private static boolean anyHoldsOrNone(@Nullable List<Need> needs) {
            return needs != null && anyHolds(needs);
        }

        private static boolean anyHolds(List<Need> needs) {
            for (Need need : needs) {
                boolean below = switch (need) {
                    case Need.One one -> false;
                    case Need.AllOf all -> anyHolds(all.members());
                    case Need.AtLeast some -> anyHolds(some.members());
                    case Need.Pool pool -> anyHolds(pool.members());
                };
                if (below || need.terms().holdsFor() != null) {
                    return true;
                }
            }
            return false;
        }

        /** Adds a list and gives its number. */
        int add(String ownerAddress, int ownerElement, List<Need> needs) {
            List<Integer> rootsOfList = new ArrayList<>();
            for (Need need : needs) {
                rootsOfList.add(node(ownerAddress, ownerElement, need));
            }
            lists.add(rootsOfList);
            return lists.size() - 1;
        }

        NeedTable build() {
            return new NeedTable(this);
        }

        private int node(String ownerAddress, int ownerElement, Need need) {
            int node = kinds.size();
            String address = anyHolds ? addresses.need(ownerAddress, need) : ownerAddress;
            reserve();
            List<Need> members = switch (need) {
                case Need.One one -> {
                    set(node, ONE, require(one.element(), ownerAddress), 0, 0);
                    yield List.of();
                }
                case Need.AllOf all -> {
                    set(node, ALL, -1, 0, 0);
                    yield all.members();
                }
                case Need.AtLeast some -> {
                    set(node, AT_LEAST, -1, some.atLeast(), 0);
                    yield some.members();
                }
                case Need.Pool pool -> {
                    set(node, POOL, -1, 0, pool.minimum());
                    sharesOf.set(node, pool.shares());
                    yield pool.members();
                }
            };
            Double softShare = need.terms().soft();
            softs.set(node, softShare == null ? -1 : softShare);
            UncertainHours holdsFor = need.terms().holdsFor();
            if (holdsFor != null) {
                helds.set(node, holdNodes.size());
                holdNodes.add(node);
                holdOwners.add(ownerElement);
                holdSamplers.add(Sampler.of(holdsFor.distribution()));
                holdKeys.add(AddressBook.key(address, Purpose.HOLDS_FOR));
            }
            List<Integer> childNodes = new ArrayList<>();
            for (Need member : members) {
                childNodes.add(node(ownerAddress, ownerElement, member));
            }
            childrenOf.set(node, childNodes);
            if (!(need instanceof Need.Pool)) {
                Double[] ones = new Double[childNodes.size()];
                Arrays.fill(ones, 1.0);
                sharesOf.set(node, List.of(ones));
            }
            return node;
        }

        private void reserve() {
            kinds.add(ONE);
            elements.add(-1);
            atLeasts.add(0);
            minimums.add(0.0);
            softs.add(-1.0);
            helds.add(-1);
            childrenOf.add(List.of());
            sharesOf.add(List.of());
        }

        private void set(int node, byte nodeKind, int nodeElement, int k, double least) {
            kinds.set(node, nodeKind);
            elements.set(node, nodeElement);
            atLeasts.set(node, k);
            minimums.set(node, least);
        }

        private int require(Id id, String ownerAddress) {
            Integer index = indexOf.get(id);
            if (index == null) {
                throw new IllegalArgumentException(
                        "Need '" + id + "' of " + ownerAddress + " names no element of the model.");
            }
            return index;
        }
    }
}
