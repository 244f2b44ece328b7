package io.crmkit.proposals.word.xml;

/**
 * One attribute.
 *
 * @param ns namespace, empty for none
 * @param prefix the prefix the source used, a wish that the writer honours where it can
 * @param local local name
 * @param value value, unescaped
 */
public record Attr(String ns, String prefix, String local, String value) {

  boolean is(String otherNs, String otherLocal) {
    return local.equals(otherLocal) && ns.equals(otherNs);
  }
}
