package io.crmkit.core.spi.work;

import io.crmkit.api.criteria.Attribute;
import io.crmkit.api.value.EntityId;
import io.crmkit.core.spi.rule.Decision;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * Reads and writes one entity. Every write checks tenant, access, version and unique keys, and is
 * audited; it reaches the database at the latest when the command ends.
 */
public interface Store<E> extends ReadStore<E> {

  /**
   * Adds a record. Its version must be 0; the returned one has version 1.
   *
   * @throws io.crmkit.api.error.Refused if a unique key is taken
   */
  E insert(E record);

  /**
   * What the caller filled in for a new record, for a rule to make it from.
   *
   * @throws io.crmkit.api.error.AccessDenied naming the field, if it holds one that he may not fill
   *     in
   */
  <C extends Record> C given(Form<C> form);

  /**
   * What the caller filled in for a record that is there. Where he gives back what he was shown of
   * a field that he does not see as it is, the form is given the field's value; so that he can
   * change the rest.
   *
   * @param before the record as read
   * @throws io.crmkit.api.error.AccessDenied naming the field, if it changes one that he may not
   *     fill in
   */
  <C extends Record> C given(E before, Form<C> form);

  /**
   * Adds many records at the cost of a few statements: for imports and other bulk work.
   *
   * @throws io.crmkit.api.error.Refused if a unique key is taken, or two of them have the same
   */
  List<E> insertAll(List<E> records);

  /**
   * Adds what the rule accepted, and publishes its events.
   *
   * @throws io.crmkit.api.error.Refused with every reason, if the rule refused
   */
  E insert(Decision<E> decision);

  /**
   * Replaces a record that was read in this unit of work. A record equal to what is there is not
   * written again.
   *
   * @param before the record as read
   * @param after the record as it shall be; its version is ignored
   * @return the record with its new version
   * @throws io.crmkit.api.error.StaleVersion if somebody else was faster
   * @throws io.crmkit.api.error.Refused if a unique key is taken
   */
  E save(E before, E after);

  /**
   * Saves what the rule accepted, and publishes its events.
   *
   * @throws io.crmkit.api.error.Refused with every reason, if the rule refused
   */
  E save(E before, Decision<E> decision);

  /**
   * What most commands do: reads the record as its caller saw it, lets a rule decide, and saves
   * what the rule accepted.
   *
   * @param version the version that the caller saw
   * @param rule is pure; what it is to know besides the record is gathered before
   * @return the record with its new version
   * @throws io.crmkit.api.error.NotFound if there is none
   * @throws io.crmkit.api.error.StaleVersion if it has changed since the caller saw it
   * @throws io.crmkit.api.error.Refused with every reason, if the rule refused
   */
  default E change(EntityId id, long version, Function<? super E, Decision<E>> rule) {
    E before = get(id, version);
    return save(before, rule.apply(before));
  }

  /**
   * Saves what was decided about many different records at the cost of a few statements, and
   * publishes the events in the order of the changes. Each is saved as {@link #save} would save it;
   * a unique key counts as taken even if the record that has it is among them and gives it up.
   *
   * @return the records with their new versions, in the order of the changes
   * @throws io.crmkit.api.error.StaleVersion if somebody else was faster with one of them
   * @throws io.crmkit.api.error.Refused with every reason, if rules refused, or unique keys are
   *     taken, or two of the records come to the same key; then nothing is saved
   */
  List<E> saveAll(List<Change<E>> changes);

  /**
   * Which of these values of a unique key some record of the tenant has, whoever may see it. The
   * others are this unit of work's until the transaction ends: a record that is inserted with one
   * is not asked about again.
   *
   * @param key the only attribute of a unique key
   * @throws IllegalArgumentException if it is not
   */
  <V> Set<V> taken(Attribute<E, V> key, Collection<V> values);

  /** Deletes a record that was read in this unit of work. */
  void delete(E record);
}
