#include "imaging/digest/sha256.h"

#include <gtest/gtest.h>

// FIPS 180-4 example: SHA-256 of "abc".
TEST(Sha256, AgreesWithTheStandardsExample)
{
  EXPECT_EQ(nadir::imaging::sha256_of("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

TEST(Sha256, OfAMissingFileIsAFailure)
{
  const auto digest = nadir::imaging::sha256_of_file("/no/such/file");
  ASSERT_FALSE(digest);
  EXPECT_TRUE(digest.failure().is(nadir::imaging::DigestError::Unreadable));
}
