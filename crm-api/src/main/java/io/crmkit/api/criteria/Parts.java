package io.crmkit.api.criteria;

/**
 * A list of parts inside an entity, such as a customer's contact points.
 *
 * @param entity the record class of the whole
 * @param path the record component that holds the list
 * @param part the record class of a part
 */
public record Parts<E, P>(Class<E> entity, String path, Class<P> part) {

  /** At least one part matches. */
  public Criteria<E> any(Criteria<P> where) {
    return new Criteria.AnyPart<>(this, where);
  }
}
