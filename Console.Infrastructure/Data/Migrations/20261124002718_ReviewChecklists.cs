using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace GovAccountConsole.Infrastructure.Data.Migrations
{
    /// <inheritdoc />
    public partial class ReviewChecklists : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "approvals",
                table: "review_steps",
                type: "integer",
                nullable: false,
                defaultValue: 1);

            migrationBuilder.AddColumn<string>(
                name: "checklist",
                table: "review_steps",
                type: "jsonb",
                nullable: false,
                defaultValueSql: "'[]'");

            migrationBuilder.AddColumn<string>(
                name: "level",
                table: "review_steps",
                type: "character varying(20)",
                maxLength: 20,
                nullable: false,
                defaultValue: "Anywhere");

            migrationBuilder.AddColumn<string>(
                name: "mode",
                table: "review_steps",
                type: "character varying(20)",
                maxLength: 20,
                nullable: false,
                defaultValue: "AnyOf");

            migrationBuilder.AddColumn<string>(
                name: "review_level",
                table: "posts",
                type: "character varying(20)",
                maxLength: 20,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "reasons",
                table: "decisions",
                type: "jsonb",
                nullable: false,
                defaultValueSql: "'[]'");

            migrationBuilder.AddColumn<string>(
                name: "ticks",
                table: "decisions",
                type: "jsonb",
                nullable: true);

            migrationBuilder.UpdateData(
                table: "review_plans",
                keyColumn: "id",
                keyValue: new Guid("00000000-0000-7000-8000-000000000001"),
                column: "steps",
                value: "[{\"name\":\"\\u521D\\u5BA1\",\"role\":1,\"deadline\":\"04:00:00\",\"level\":\"Anywhere\",\"mode\":\"AnyOf\",\"approvals\":1,\"checklist\":[\"wording\",\"details\",\"pictures\"]},{\"name\":\"\\u590D\\u5BA1\",\"role\":2,\"deadline\":\"04:00:00\",\"level\":\"Anywhere\",\"mode\":\"AnyOf\",\"approvals\":1,\"checklist\":[\"facts\",\"basis\",\"form\"]},{\"name\":\"\\u7EC8\\u5BA1\",\"role\":4,\"deadline\":\"04:00:00\",\"level\":\"Anywhere\",\"mode\":\"AnyOf\",\"approvals\":1,\"checklist\":[\"political\",\"legal\",\"policy\",\"secrecy\",\"wording\"]}]");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "approvals",
                table: "review_steps");

            migrationBuilder.DropColumn(
                name: "checklist",
                table: "review_steps");

            migrationBuilder.DropColumn(
                name: "level",
                table: "review_steps");

            migrationBuilder.DropColumn(
                name: "mode",
                table: "review_steps");

            migrationBuilder.DropColumn(
                name: "review_level",
                table: "posts");

            migrationBuilder.DropColumn(
                name: "reasons",
                table: "decisions");

            migrationBuilder.DropColumn(
                name: "ticks",
                table: "decisions");

            migrationBuilder.UpdateData(
                table: "review_plans",
                keyColumn: "id",
                keyValue: new Guid("00000000-0000-7000-8000-000000000001"),
                column: "steps",
                value: "[{\"name\":\"\\u521D\\u5BA1\",\"role\":1,\"deadline\":\"04:00:00\"},{\"name\":\"\\u590D\\u5BA1\",\"role\":2,\"deadline\":\"04:00:00\"},{\"name\":\"\\u7EC8\\u5BA1\",\"role\":4,\"deadline\":\"04:00:00\"}]");
        }
    }
}
