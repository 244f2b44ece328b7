package io.crmkit.core.spi.storage;

import io.crmkit.api.criteria.Attribute;
import io.crmkit.api.error.ReasonCode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The one declaration of an aggregate, from which loading, saving, its parts, audit differences,
 * criteria, import and export follow, on every storage.
 *
 * <p>The record is the source. It has the components {@code id} (an {@code EntityId}) and {@code
 * long version}; every other component is a value, a record of values (flattened, {@code
 * amount.currency} becoming the column {@code amount_currency}), a list of part records, or an
 * open-ended document kept as JSON. Components that may be null are annotated {@code @Nullable}.
 * Column names follow component names in lower case with underscores; a component holding another
 * record's id gets {@code _id} appended unless its name ends so. The table's key is {@code
 * (tenant_id, id)}; a part's table has {@code (tenant_id, owner_id, pos)}.
 *
 * <pre>{@code
 * static final Entity<Lead> LEADS =
 *     Entity.of(Lead.class, "sales.lead", "crm_lead")
 *         .json("answers")
 *         .unique(SalesReason.LEAD_NUMBER_TAKEN, "number")
 *         .personal("contact.name", "contact.email")
 *         .rootOfAccess();
 * }</pre>
 *
 * Immutable.
 *
 * @param <E> the record class
 */
public final class Entity<E> {

  /** How access to the records is decided. */
  public enum AccessRule {
    /** The access policy is asked about this entity itself. */
    ROOT,
    /** Whoever may see the owner sees this. */
    OWNER,
    /** Everyone in the tenant; writing is still asked of the policy. */
    PUBLIC
  }

  /**
   * A unique key within the tenant; rows in which a value is absent are not bound by it.
   *
   * @param paths the attributes that make the key
   * @param taken why a second record with the same key is refused
   */
  public record UniqueKey(List<String> paths, ReasonCode taken) {}

  /**
   * A column computed from the record when it is saved, for searching.
   *
   * @param column the attribute path and column name
   * @param type the class of the value
   * @param value computes it; null if there is none
   * @param from the components from which it is computed; empty if that may be any
   */
  public record Derived<E>(
      String column, Class<?> type, Function<E, @Nullable Object> value, List<String> from) {
    public Derived {
      from = List.copyOf(from);
    }
  }

  /**
   * The owner of records that have no access rule of their own.
   *
   * @param path the component holding the owner's id
   * @param owner the owner's record class
   */
  public record Owner(String path, Class<?> owner) {}

  private final Class<E> type;
  private final String name;
  private final String table;
  private final AccessRule access;
  private final Builder<E> declared;

  private Entity(Builder<E> declared, AccessRule access) {
    this.type = declared.type;
    this.name = declared.name;
    this.table = declared.table;
    this.access = access;
    this.declared = declared;
  }

  /**
   * Begins a declaration.
   *
   * @param type the record class
   * @param name the stable name, {@code module.word}, used in audit, events and references
   * @param table the table, {@code crm_...}
   */
  public static <E extends Record> Builder<E> of(Class<E> type, String name, String table) {
    return new Builder<>(type, name, table);
  }

  public Class<E> type() {
    return type;
  }

  /** The stable name, used in audit, events and references. */
  public String name() {
    return name;
  }

  public String table() {
    return table;
  }

  public AccessRule access() {
    return access;
  }

  /** The owner, the first if there may be one or the other; null if there is none. */
  public @Nullable Owner owner() {
    return declared.owners.isEmpty() ? null : declared.owners.get(0);
  }

  /** Whose these records may be; each is one's. Empty if they have no owner. */
  public List<Owner> owners() {
    return List.copyOf(declared.owners);
  }

  /** Tables of parts by the component that holds the list. */
  public Map<String, String> parts() {
    return Map.copyOf(declared.parts);
  }

  /** Components kept as JSON. */
  public Set<String> json() {
    return Set.copyOf(declared.json);
  }

  /** The paths of the owner's fields that these records repeat, by their own paths. */
  public Map<String, String> repeated() {
    return Map.copyOf(declared.repeated);
  }

  /** The paths of fields that say what others of the same record say, by their own paths. */
  public Map<String, String> copied() {
    return Map.copyOf(declared.copied);
  }

  /** Lists of parts of which there is always one. */
  public Set<String> neverEmpty() {
    return Set.copyOf(declared.neverEmpty);
  }

  public List<Derived<E>> derived() {
    return List.copyOf(declared.derived);
  }

  public List<UniqueKey> uniqueKeys() {
    return List.copyOf(declared.unique);
  }

  /** Attributes looked up often; memory storage keeps an index of them. */
  public Set<String> indexed() {
    return Set.copyOf(declared.indexed);
  }

  /**
   * Attributes by which rows are found in order; memory storage keeps a sorted index of each list.
   */
  public List<List<String>> ordered() {
    return List.copyOf(declared.ordered);
  }

  /** Attributes that hold personal data. */
  public Set<String> personal() {
    return Set.copyOf(declared.personal);
  }

  /** Texts and documents in which people may be named whom the record is not about. */
  public Set<String> mentionsPeopleIn() {
    return Set.copyOf(declared.mentionsPeopleIn);
  }

  /** References found with wider eyes than the caller's, and the record class they lead to. */
  public Map<String, Class<?>> veiled() {
    return Map.copyOf(declared.veiled);
  }

  /** Whether records are only ever added. */
  public boolean appendOnly() {
    return declared.appendOnly;
  }

  /** Of records that are only ever added, the references that may be changed all the same. */
  public Set<String> reassignable() {
    return Set.copyOf(declared.reassignable);
  }

  /** Whether writes are left out of the audit, as for records that are themselves a log. */
  public boolean unaudited() {
    return declared.unaudited;
  }

  @Override
  public String toString() {
    return name;
  }

  /** Collects a declaration; ended by one of the three access rules. */
  public static final class Builder<E> {

    private final Class<E> type;
    private final String name;
    private final String table;
    private final Map<String, String> parts = new LinkedHashMap<>();
    private final Set<String> json = new LinkedHashSet<>();
    private final List<Derived<E>> derived = new ArrayList<>();
    private final Map<String, String> repeated = new LinkedHashMap<>();
    private final Map<String, String> copied = new LinkedHashMap<>();
    private final Set<String> neverEmpty = new LinkedHashSet<>();
    private final List<UniqueKey> unique = new ArrayList<>();
    private final Set<String> indexed = new LinkedHashSet<>();
    private final List<List<String>> ordered = new ArrayList<>();
    private final Set<String> personal = new LinkedHashSet<>();
    private final Set<String> mentionsPeopleIn = new LinkedHashSet<>();
    private final Map<String, Class<?>> veiled = new LinkedHashMap<>();
    private final List<Owner> owners = new ArrayList<>();
    private final Set<String> reassignable = new LinkedHashSet<>();
    private boolean appendOnly;
    private boolean unaudited;

    private Builder(Class<E> type, String name, String table) {
      this.type = type;
      this.name = name;
      this.table = table;
    }

    /** The list component is kept in a table of its own, in order. */
    public Builder<E> parts(String component, String partTable) {
      parts.put(component, partTable);
      return this;
    }

    /**
     * These components are open-ended documents, kept as JSON and not searchable. Those of parts
     * are named by a path: {@code "lines.remarks"}.
     */
    public Builder<E> json(String... components) {
      json.addAll(List.of(components));
      return this;
    }

    /**
     * A column computed from the record, searchable by an attribute whose path is the column.
     *
     * @param from the components from which it is computed: who may not see one of them cannot
     *     search by it either; if none are named, who may not see all of the record
     */
    public <V> Builder<E> derived(
        Attribute<E, V> attribute, Function<E, @Nullable V> value, String... from) {
      derived.add(new Derived<>(attribute.path(), attribute.type(), value::apply, List.of(from)));
      return this;
    }

    /** No two records of a tenant have the same values in these attributes. */
    public Builder<E> unique(ReasonCode taken, String... paths) {
      unique.add(new UniqueKey(List.of(paths), taken));
      return this;
    }

    /** These attributes are looked up often; the table has an index for each. */
    public Builder<E> indexed(String... paths) {
      indexed.addAll(List.of(paths));
      return this;
    }

    /**
     * Rows are often found by equality of the first of these attributes and a range of the next, or
     * in the order of the last ones; the table has an index of them and the id. None may be absent.
     */
    public Builder<E> ordered(String... paths) {
      ordered.add(List.of(paths));
      return this;
    }

    /**
     * These attributes hold personal data: the audit marks them, and erasure takes their values out
     * of it. The attribute of a part is written {@code parts.attribute}; the name of a list of
     * parts stands for all of their attributes.
     */
    public Builder<E> personal(String... paths) {
      personal.addAll(List.of(paths));
      return this;
    }

    /**
     * In these texts and documents people may be named whom the record is not about: remarks, what
     * other programs answered, contents. Erasure takes their values out of them, in the records
     * themselves and in their audit, whether records are only ever added or can be changed. The
     * attribute of a part is written {@code parts.attribute}; none may be part of a unique key.
     *
     * @see io.crmkit.core.spi.work.Tx#redact
     */
    public Builder<E> mentionsPeopleIn(String... paths) {
      mentionsPeopleIn.addAll(List.of(paths));
      return this;
    }

    /**
     * A reference that a command found with the whole tenant's eyes. Whoever may not see the record
     * that it leads to is not told its id: the audit keeps it from him; the feature's service must,
     * too. The path of a part's component is written {@code parts.component}.
     */
    public Builder<E> veiled(String path, Class<?> target) {
      veiled.put(path, target);
      return this;
    }

    /**
     * A field that says again what a field of the owner said: who is not shown that one is not
     * shown this either.
     */
    public Builder<E> repeats(String path, String pathOfOwner) {
      repeated.put(path, pathOfOwner);
      return this;
    }

    /**
     * A field, or what is in it, that says what another of the same record said once: who is not
     * shown that one is not shown this either.
     */
    public Builder<E> copies(String path, String original) {
      copied.put(path, original);
      return this;
    }

    /**
     * These lists have a part at least, on which services rely: they cannot be hidden as a whole.
     */
    public Builder<E> neverEmpty(String... paths) {
      neverEmpty.addAll(List.of(paths));
      return this;
    }

    /** Records are only ever added; nothing but erasure changes them. */
    public Builder<E> appendOnly() {
      appendOnly = true;
      return this;
    }

    /**
     * Records that are only ever added may be said to be another's by these references: two records
     * to which they refer may turn out to be one.
     */
    public Builder<E> reassignable(String... paths) {
      reassignable.addAll(List.of(paths));
      return this;
    }

    /** Writes leave no audit row: for records that are a log or a copy. */
    public Builder<E> unaudited() {
      unaudited = true;
      return this;
    }

    /** The access policy is asked about these records themselves. */
    public Entity<E> rootOfAccess() {
      return new Entity<>(this, AccessRule.ROOT);
    }

    /** Whoever may see the owner may see these records. */
    public Entity<E> ownedBy(String path, Class<?> ownerType) {
      return ownedByOneOf(new Owner(path, ownerType));
    }

    /**
     * Records that hang on records of different kinds. Each record has one of these references, and
     * whoever may see what it leads to may see the record. A record with none is nobody's.
     */
    public Entity<E> ownedByOneOf(Owner... possible) {
      owners.addAll(List.of(possible));
      return new Entity<>(this, AccessRule.OWNER);
    }

    /** Everyone in the tenant may read these records: definitions, price lists. */
    public Entity<E> publicToTenant() {
      return new Entity<>(this, AccessRule.PUBLIC);
    }
  }
}
