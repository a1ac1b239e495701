package ai.policytracker.ingest.extract;

import java.util.List;

/**
 * A sentence and a company of whose doings it may tell.
 *
 * @param start offset of the sentence in the article's text
 * @param end exclusive
 * @param company canonical id
 * @param traits what is to be seen of the company in the sentence, each a short text: words, pairs
 *     of words, verbs with what they govern, the words of the title
 * @param likely whether the sentence names the company, or the rules take it to tell of an act
 * @param pieces what the network reads of the company in the sentence
 */
public record Telling(
    int start, int end, String company, boolean likely, List<String> traits, Pieces pieces) {}
