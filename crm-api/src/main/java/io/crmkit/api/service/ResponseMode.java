package io.crmkit.api.service;

/** A way in which help is given. */
public enum ResponseMode {
  PHONE,
  REMOTE,
  ON_SITE,
  /** The unit comes to us and goes back. */
  RETURN_TO_DEPOT,
  TRAINING
}
