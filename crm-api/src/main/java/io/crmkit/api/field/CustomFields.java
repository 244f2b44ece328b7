package io.crmkit.api.field;

import io.crmkit.api.module.ProvidedBy;
import java.util.List;
import java.util.Map;

/**
 * The custom fields of a tenant: those that modules declare, and those that the tenant declares
 * itself, at any time. Values are set when a record is made, by its own command, and with {@link
 * #set}; they belong to the record: its version, its audit and its history.
 *
 * <p>Another node goes by a change after the time that {@code CrmBuilder.staleness} allows.
 */
@ProvidedBy("io.crmkit:crm-core")
public interface CustomFields {

  /**
   * The fields of an entity, in the order of their keys, retired ones included.
   *
   * @param entity the record class
   * @throws io.crmkit.api.error.InvalidInput if records of this class have no custom fields
   */
  List<FieldDefinition> of(Class<?> entity);

  /**
   * Declares a field of the tenant's own.
   *
   * @param declaration its key has no point in it: those belong to modules
   * @throws io.crmkit.api.error.InvalidInput naming what does not fit
   * @throws io.crmkit.api.error.Refused if there is a field of this key
   */
  FieldDefinition declare(FieldDeclaration declaration);

  /**
   * Changes all of a field but its entity, key and type, and takes it into use again if it was
   * retired. Values that are there stay as they are; where they are changed next, they have to
   * follow the new rules. If it becomes searchable, the index is filled in this transaction.
   *
   * @throws io.crmkit.api.error.InvalidInput naming what does not fit
   * @throws io.crmkit.api.error.NotFound if the tenant has no such field
   * @throws io.crmkit.api.error.Refused if that would change its type or target
   */
  FieldDefinition change(FieldDeclaration declaration);

  /**
   * Takes a field out of use: no new values are taken, and it is not searched by. Values that are
   * there stay on their records, and are back with {@link #change}.
   *
   * @param entity the record class
   * @throws io.crmkit.api.error.NotFound if the tenant has no such field
   */
  FieldDefinition retire(Class<?> entity, String key);

  /**
   * Values for people, as documents and screens show them: texts and numbers as they are, choices
   * by what they are called in the language of the tenant, references by their ids. What belongs to
   * a module is under the module's id. Fields that are retired are left out.
   *
   * @param entity the record class
   * @return each value a String, Number, Boolean, {@code Money}, {@code LocalDate}, {@code
   *     Instant}, or a map of such
   */
  Map<String, Object> shown(Class<?> entity, CustomValues values);

  /**
   * Sets the values of a record.
   *
   * @return the record as it is now
   * @throws io.crmkit.api.error.InvalidInput naming each value that does not fit, such as {@code
   *     custom.tier}
   * @throws io.crmkit.api.error.StaleVersion if the record is not at that version any more
   * @throws io.crmkit.api.error.NotFound if there is no such record for the caller
   */
  <E> E set(SetCustomValues<E> command);
}
