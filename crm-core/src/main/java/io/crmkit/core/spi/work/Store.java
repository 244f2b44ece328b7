package io.crmkit.core.spi.work;

import io.crmkit.core.spi.rule.Decision;
import java.util.List;

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

  /** Deletes a record that was read in this unit of work. */
  void delete(E record);
}
