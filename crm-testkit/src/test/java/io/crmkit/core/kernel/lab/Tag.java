package io.crmkit.core.kernel.lab;

/** Has no access rule of its own: whoever may see the specimen may see its tags. */
public record Tag(TagId id, long version, SpecimenId specimen, String word) {

  public Tag withWord(String newWord) {
    return new Tag(id, version, specimen, newWord);
  }
}
