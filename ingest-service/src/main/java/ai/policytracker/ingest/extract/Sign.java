package ai.policytracker.ingest.extract;

/**
 * What tells of a capitalised name whether it is a company's, in points: above nought for a
 * company, below for a person, a place, a body or a product. A sign counts once a name.
 */
enum Sign {
  SURE(40),
  KNOWN(10),
  COMPANY_WORD(30),
  HOME(25),
  LIKE(30),
  LISTED(30),
  OWN(22),
  ANYBODY_OWN(10),
  WORKPLACE(22),
  DEED(12),
  AUX(6),
  SAYING(12),
  IT(14),
  WHICH(10),
  OF_PLACE(20),
  THE_COMPANY(22),
  THE_FIRM(22),
  CAMEL(10),
  OFTEN(6),
  TITLED(6),
  PERSON(-60),
  MAYBE_PERSON(-16),
  POLL(-16),
  PLACE_WORD(-18),
  PLACE(-30),
  MAYBE_PLACE(-18),
  BODY(-45),
  THE_BODY(-16),
  THE(-15),
  PRODUCT(-30),
  ACRONYM(-8),
  OPENER(-24);

  final int points;

  Sign(int points) {
    this.points = points;
  }
}
