using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace GovAccountConsole.Infrastructure.Data.Migrations
{
    /// <summary>
    /// Which revision shows which picture follows from the revision's own text, whoever writes it, so the database keeps it: the text names every
    /// picture with the hash of its bytes. What is stored already is read once.
    /// </summary>
    [DbContext(typeof(ConsoleDb))]
    [Migration("20261124031500_MediaUsesKept")]
    public sealed class MediaUsesKept : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(
            """
            CREATE FUNCTION pictures_of(content text) RETURNS SETOF uuid LANGUAGE sql IMMUTABLE AS $$
              SELECT DISTINCT found[1]::uuid
              FROM regexp_matches(content, '"id":"([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})","sha256":"', 'g') AS found
            $$;

            CREATE FUNCTION note_media_uses() RETURNS trigger LANGUAGE plpgsql AS $$
            BEGIN
              INSERT INTO media_uses (revision_id, medium_id, post_id, revision)
              SELECT NEW.id, media.id, NEW.post_id, NEW.number FROM pictures_of(NEW.text) AS shown JOIN media ON media.id = shown;
              RETURN NULL;
            END $$;

            CREATE TRIGGER note_media_uses AFTER INSERT ON revisions FOR EACH ROW WHEN (NEW.text LIKE '%"sha256":"%') EXECUTE FUNCTION note_media_uses();

            INSERT INTO media_uses (revision_id, medium_id, post_id, revision)
            SELECT revisions.id, media.id, revisions.post_id, revisions.number
            FROM revisions CROSS JOIN LATERAL pictures_of(revisions.text) AS shown JOIN media ON media.id = shown;
            """);

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(
            """
            DROP TRIGGER note_media_uses ON revisions;
            DROP FUNCTION note_media_uses();
            DROP FUNCTION pictures_of(text);
            """);
    }
}
