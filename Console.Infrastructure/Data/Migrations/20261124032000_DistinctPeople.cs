using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace GovAccountConsole.Infrastructure.Data.Migrations
{
    /// <summary>
    /// Who wrote a post does not decide on it (rules.md R3): the database refuses it too, whoever writes the rows and in whichever order. It looks at the end of
    /// the transaction, so that an edit which voids the review it stands in stays possible, and holds the post's row meanwhile, so that of two transactions
    /// the second sees the first. Two steps of one review by one person are refused by ux_decisions_person.
    /// </summary>
    [DbContext(typeof(ConsoleDb))]
    [Migration("20261124032000_DistinctPeople")]
    public sealed class DistinctPeople : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(
            """
            CREATE FUNCTION refuse_writers_as_reviewers(subject uuid) RETURNS void LANGUAGE plpgsql AS $$
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

            CREATE FUNCTION check_decision() RETURNS trigger LANGUAGE plpgsql AS $$
            BEGIN
              PERFORM refuse_writers_as_reviewers(reviews.post_id) FROM reviews WHERE reviews.id = NEW.review_id;
              RETURN NULL;
            END $$;

            CREATE FUNCTION check_contributor() RETURNS trigger LANGUAGE plpgsql AS $$
            BEGIN
              PERFORM refuse_writers_as_reviewers(NEW.post_id);
              RETURN NULL;
            END $$;

            CREATE FUNCTION check_author() RETURNS trigger LANGUAGE plpgsql AS $$
            BEGIN
              PERFORM refuse_writers_as_reviewers(NEW.id);
              RETURN NULL;
            END $$;

            CREATE CONSTRAINT TRIGGER distinct_people AFTER INSERT ON decisions DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION check_decision();
            CREATE CONSTRAINT TRIGGER distinct_people AFTER INSERT OR UPDATE ON post_contributors DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION check_contributor();
            CREATE CONSTRAINT TRIGGER distinct_people AFTER UPDATE OF author_id ON posts DEFERRABLE INITIALLY DEFERRED
              FOR EACH ROW WHEN (OLD.author_id <> NEW.author_id) EXECUTE FUNCTION check_author();
            CREATE CONSTRAINT TRIGGER distinct_people AFTER UPDATE OF status ON reviews DEFERRABLE INITIALLY DEFERRED
              FOR EACH ROW WHEN (NEW.status IN ('Open', 'Approved') AND OLD.status NOT IN ('Open', 'Approved')) EXECUTE FUNCTION check_contributor();
            """);

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(
            """
            DROP TRIGGER distinct_people ON decisions; DROP TRIGGER distinct_people ON post_contributors;
            DROP TRIGGER distinct_people ON posts; DROP TRIGGER distinct_people ON reviews;
            DROP FUNCTION check_decision(); DROP FUNCTION check_contributor(); DROP FUNCTION check_author(); DROP FUNCTION refuse_writers_as_reviewers(uuid);
            """);
    }
}
