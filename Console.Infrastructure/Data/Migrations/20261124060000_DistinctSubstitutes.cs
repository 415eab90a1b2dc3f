using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace GovAccountConsole.Infrastructure.Data.Migrations
{
    /// <summary>
    /// Whom a substitute stands in for counts as well (rules.md R3, docs/decisions/0019): neither of the two has written the post, and nobody takes two steps of
    /// one review, himself or represented. Same lock and same moment as in 20261124032000_DistinctPeople, whose function it replaces.
    /// </summary>
    [DbContext(typeof(ConsoleDb))]
    [Migration("20261124060000_DistinctSubstitutes")]
    public sealed class DistinctSubstitutes : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(
            """
            CREATE OR REPLACE FUNCTION refuse_writers_as_reviewers(subject uuid) RETURNS void LANGUAGE plpgsql AS $$
            BEGIN
              PERFORM FROM posts WHERE id = subject FOR NO KEY UPDATE;
              IF EXISTS (
                SELECT FROM reviews
                JOIN decisions ON decisions.review_id = reviews.id
                WHERE reviews.post_id = subject AND reviews.status IN ('Open', 'Approved')
                  AND (EXISTS (SELECT FROM post_contributors WHERE post_id = subject AND person_id IN (decisions.by_id, decisions.for_id))
                    OR EXISTS (SELECT FROM posts WHERE id = subject AND author_id IN (decisions.by_id, decisions.for_id))))
              THEN
                RAISE EXCEPTION 'Who wrote a post does not decide on it.' USING ERRCODE = 'check_violation', CONSTRAINT = 'ck_reviews_distinct_people';
              END IF;
              IF EXISTS (
                SELECT FROM reviews
                JOIN decisions ON decisions.review_id = reviews.id
                CROSS JOIN LATERAL (VALUES (decisions.by_id), (decisions.for_id)) AS taken (person)
                WHERE reviews.post_id = subject AND taken.person IS NOT NULL
                GROUP BY reviews.id, taken.person HAVING count(*) > 1)
              THEN
                RAISE EXCEPTION 'Nobody takes two steps of one review.' USING ERRCODE = 'check_violation', CONSTRAINT = 'ck_decisions_distinct_people';
              END IF;
            END $$;
            """);

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(
            """
            CREATE OR REPLACE FUNCTION refuse_writers_as_reviewers(subject uuid) RETURNS void LANGUAGE plpgsql AS $$
            BEGIN
              PERFORM FROM posts WHERE id = subject FOR NO KEY UPDATE;
              IF EXISTS (
                SELECT FROM reviews
                JOIN decisions ON decisions.review_id = reviews.id
                WHERE reviews.post_id = subject AND reviews.status IN ('Open', 'Approved')
                  AND (EXISTS (SELECT FROM post_contributors WHERE post_id = subject AND person_id = decisions.by_id)
                    OR EXISTS (SELECT FROM posts WHERE id = subject AND author_id = decisions.by_id)))
              THEN
                RAISE EXCEPTION 'Who wrote a post does not decide on it.' USING ERRCODE = 'check_violation', CONSTRAINT = 'ck_reviews_distinct_people';
              END IF;
            END $$;
            """);
    }
}
