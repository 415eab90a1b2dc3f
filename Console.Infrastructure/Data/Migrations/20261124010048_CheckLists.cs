using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace GovAccountConsole.Infrastructure.Data.Migrations
{
    /// <inheritdoc />
    public partial class CheckLists : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "check_dismissals",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    agency_id = table.Column<Guid>(type: "uuid", nullable: false),
                    post_id = table.Column<Guid>(type: "uuid", nullable: false),
                    code = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    print = table.Column<string>(type: "character varying(24)", maxLength: 24, nullable: false),
                    words = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    reason = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    revision = table.Column<int>(type: "integer", nullable: false),
                    by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamptz", nullable: false),
                    withdrawn_by_id = table.Column<Guid>(type: "uuid", nullable: true),
                    withdrawn_at = table.Column<DateTimeOffset>(type: "timestamptz", nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_check_dismissals", x => x.id);
                    table.ForeignKey(
                        name: "fk_check_dismissals_people_by_id",
                        column: x => x.by_id,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_check_dismissals_posts_post_id",
                        column: x => x.post_id,
                        principalTable: "posts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "check_records",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    post_id = table.Column<Guid>(type: "uuid", nullable: false),
                    agency_id = table.Column<Guid>(type: "uuid", nullable: false),
                    account_id = table.Column<Guid>(type: "uuid", nullable: false),
                    revision = table.Column<int>(type: "integer", nullable: false),
                    content_hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    by_id = table.Column<Guid>(type: "uuid", nullable: true),
                    at = table.Column<DateTimeOffset>(type: "timestamptz", nullable: false),
                    profile = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    profile_number = table.Column<int>(type: "integer", nullable: false),
                    words_version = table.Column<int>(type: "integer", nullable: false),
                    names_version = table.Column<int>(type: "integer", nullable: false),
                    mean_sentence = table.Column<double>(type: "double precision", nullable: false),
                    fine = table.Column<string>(type: "jsonb", nullable: false),
                    lines = table.Column<string>(type: "jsonb", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_check_records", x => x.id);
                    table.ForeignKey(
                        name: "fk_check_records_posts_post_id",
                        column: x => x.post_id,
                        principalTable: "posts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "checked_links",
                columns: table => new
                {
                    url_hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    url = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false),
                    host = table.Column<string>(type: "character varying(255)", maxLength: 255, nullable: false),
                    alive = table.Column<bool>(type: "boolean", nullable: true),
                    reason = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    status = table.Column<int>(type: "integer", nullable: false),
                    checked_at = table.Column<DateTimeOffset>(type: "timestamptz", nullable: true),
                    next_at = table.Column<DateTimeOffset>(type: "timestamptz", nullable: false),
                    seen_at = table.Column<DateTimeOffset>(type: "timestamptz", nullable: false),
                    lease_until = table.Column<DateTimeOffset>(type: "timestamptz", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_checked_links", x => x.url_hash);
                });

            migrationBuilder.CreateTable(
                name: "rule_list_versions",
                columns: table => new
                {
                    kind = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    by_id = table.Column<Guid>(type: "uuid", nullable: true),
                    at = table.Column<DateTimeOffset>(type: "timestamptz", nullable: false),
                    note = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    added = table.Column<int>(type: "integer", nullable: false),
                    removed = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_rule_list_versions", x => new { x.kind, x.number });
                });

            migrationBuilder.CreateTable(
                name: "rule_lists",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_rule_lists", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "rule_offices",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    title = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    agency = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    rank = table.Column<int>(type: "integer", nullable: false),
                    effective_from = table.Column<DateOnly>(type: "date", nullable: true),
                    effective_until = table.Column<DateOnly>(type: "date", nullable: true),
                    source = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    since_version = table.Column<int>(type: "integer", nullable: false),
                    ended_version = table.Column<int>(type: "integer", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_rule_offices", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "rule_profiles",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    code = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    levels = table.Column<string>(type: "jsonb", nullable: false),
                    limits = table.Column<string>(type: "jsonb", nullable: false),
                    sectors = table.Column<string>(type: "jsonb", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_rule_profiles", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "rule_words",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    wrong = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    right = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    level = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    reason = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    source = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    effective_from = table.Column<DateOnly>(type: "date", nullable: true),
                    effective_until = table.Column<DateOnly>(type: "date", nullable: true),
                    since_version = table.Column<int>(type: "integer", nullable: false),
                    ended_version = table.Column<int>(type: "integer", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_rule_words", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "ix_check_dismissals_by_id",
                table: "check_dismissals",
                column: "by_id");

            migrationBuilder.CreateIndex(
                name: "ux_check_dismissals_open",
                table: "check_dismissals",
                columns: new[] { "post_id", "print" },
                unique: true,
                filter: "withdrawn_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_check_records_account_id_at",
                table: "check_records",
                columns: new[] { "account_id", "at" });

            migrationBuilder.CreateIndex(
                name: "ix_check_records_post_id_revision",
                table: "check_records",
                columns: new[] { "post_id", "revision" });

            migrationBuilder.CreateIndex(
                name: "ix_checked_links_host_checked_at",
                table: "checked_links",
                columns: new[] { "host", "checked_at" });

            migrationBuilder.CreateIndex(
                name: "ix_checked_links_next_at",
                table: "checked_links",
                column: "next_at");

            migrationBuilder.CreateIndex(
                name: "ux_rule_lists_kind",
                table: "rule_lists",
                column: "kind",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ux_rule_offices_name",
                table: "rule_offices",
                columns: new[] { "name", "title" },
                unique: true,
                filter: "ended_version IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_rule_profiles_code",
                table: "rule_profiles",
                column: "code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ux_rule_words_wrong",
                table: "rule_words",
                columns: new[] { "kind", "wrong" },
                unique: true,
                filter: "ended_version IS NULL");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "check_dismissals");

            migrationBuilder.DropTable(
                name: "check_records");

            migrationBuilder.DropTable(
                name: "checked_links");

            migrationBuilder.DropTable(
                name: "rule_list_versions");

            migrationBuilder.DropTable(
                name: "rule_lists");

            migrationBuilder.DropTable(
                name: "rule_offices");

            migrationBuilder.DropTable(
                name: "rule_profiles");

            migrationBuilder.DropTable(
                name: "rule_words");
        }
    }
}
