package ai.policytracker.ingest.extract;

import java.util.EnumSet;

/**
 * A verb with its auxiliaries. Positions are token numbers of its sentence.
 *
 * @param first first auxiliary or the verb itself
 * @param head the verb
 * @param modal will, would, may, ... in plain form; empty where there is none
 * @param governor number of the verb that this one complements ("stop" of "stop selling"), or -1
 * @param joined number of the verb that this one is co-ordinated with ("and shut"), or -1
 * @param end where its clause ends (exclusive)
 */
record Verb(
    int number,
    int first,
    int head,
    String lemma,
    String modal,
    Form form,
    boolean negated,
    boolean noLonger,
    boolean passive,
    boolean perfect,
    int governor,
    int joined,
    int end,
    EnumSet<VerbClass> meanings) {

  /** How a verb stands in its clause. */
  enum Form {
    FINITE,
    INFINITIVE,
    GERUND,
    /** "answers written by a machine" */
    PARTICIPLE
  }

  boolean means(VerbClass... any) {
    for (VerbClass meaning : any) {
      if (meanings.contains(meaning)) {
        return true;
      }
    }
    return false;
  }

  boolean finite() {
    return form == Form.FINITE;
  }
}
