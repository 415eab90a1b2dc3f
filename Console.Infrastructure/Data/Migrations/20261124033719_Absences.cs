using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace GovAccountConsole.Infrastructure.Data.Migrations
{
    /// <inheritdoc />
    public partial class Absences : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "escalated_at",
                table: "review_steps",
                type: "timestamptz",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "escalated_to",
                table: "review_steps",
                type: "character varying(20)",
                maxLength: 20,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "review_escalated_to",
                table: "posts",
                type: "character varying(20)",
                maxLength: 20,
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "for_id",
                table: "post_history",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "for_id",
                table: "decisions",
                type: "uuid",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "absences",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    substitute_id = table.Column<Guid>(type: "uuid", nullable: false),
                    agency_id = table.Column<Guid>(type: "uuid", nullable: false),
                    first_day = table.Column<DateOnly>(type: "date", nullable: false),
                    last_day = table.Column<DateOnly>(type: "date", nullable: false),
                    reason = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    noted_by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    noted_at = table.Column<DateTimeOffset>(type: "timestamptz", nullable: false),
                    revoked_at = table.Column<DateTimeOffset>(type: "timestamptz", nullable: true),
                    revoked_by_id = table.Column<Guid>(type: "uuid", nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_absences", x => x.id);
                    table.ForeignKey(
                        name: "fk_absences_agencies_agency_id",
                        column: x => x.agency_id,
                        principalTable: "agencies",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_absences_people_noted_by_id",
                        column: x => x.noted_by_id,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_absences_people_person_id",
                        column: x => x.person_id,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_absences_people_substitute_id",
                        column: x => x.substitute_id,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_posts_review_escalated_to",
                table: "posts",
                column: "review_escalated_to",
                filter: "status = 'InReview' AND review_escalated_to IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_decisions_for_id",
                table: "decisions",
                column: "for_id");

            migrationBuilder.CreateIndex(
                name: "ix_absences_agency_id",
                table: "absences",
                column: "agency_id");

            migrationBuilder.CreateIndex(
                name: "ix_absences_noted_by_id",
                table: "absences",
                column: "noted_by_id");

            migrationBuilder.CreateIndex(
                name: "ix_absences_person_id_last_day",
                table: "absences",
                columns: new[] { "person_id", "last_day" });

            migrationBuilder.CreateIndex(
                name: "ix_absences_substitute_id_last_day",
                table: "absences",
                columns: new[] { "substitute_id", "last_day" },
                filter: "revoked_at IS NULL");

            migrationBuilder.AddForeignKey(
                name: "fk_decisions_people_for_id",
                table: "decisions",
                column: "for_id",
                principalTable: "people",
                principalColumn: "id",
                onDelete: ReferentialAction.Restrict);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "fk_decisions_people_for_id",
                table: "decisions");

            migrationBuilder.DropTable(
                name: "absences");

            migrationBuilder.DropIndex(
                name: "ix_posts_review_escalated_to",
                table: "posts");

            migrationBuilder.DropIndex(
                name: "ix_decisions_for_id",
                table: "decisions");

            migrationBuilder.DropColumn(
                name: "escalated_at",
                table: "review_steps");

            migrationBuilder.DropColumn(
                name: "escalated_to",
                table: "review_steps");

            migrationBuilder.DropColumn(
                name: "review_escalated_to",
                table: "posts");

            migrationBuilder.DropColumn(
                name: "for_id",
                table: "post_history");

            migrationBuilder.DropColumn(
                name: "for_id",
                table: "decisions");
        }
    }
}
