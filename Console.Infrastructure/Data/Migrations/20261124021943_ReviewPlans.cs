using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace GovAccountConsole.Infrastructure.Data.Migrations
{
    /// <inheritdoc />
    public partial class ReviewPlans : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "changed_at",
                table: "review_plans",
                type: "timestamptz",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "number",
                table: "review_plans",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "retired_at",
                table: "review_plans",
                type: "timestamptz",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "when",
                table: "review_plans",
                type: "jsonb",
                nullable: false,
                defaultValueSql: "'{}'");

            migrationBuilder.AddColumn<uint>(
                name: "xmin",
                table: "review_plans",
                type: "xid",
                rowVersion: true,
                nullable: false,
                defaultValue: 0u);

            migrationBuilder.AddColumn<string>(
                name: "topics",
                table: "posts",
                type: "jsonb",
                nullable: false,
                defaultValueSql: "'[]'");

            migrationBuilder.UpdateData(
                table: "review_plans",
                keyColumn: "id",
                keyValue: new Guid("00000000-0000-7000-8000-000000000001"),
                columns: new[] { "changed_at", "number", "retired_at", "when" },
                values: new object[] { null, 1, null, "{\"accounts\":[],\"templates\":[],\"topics\":[],\"agencies\":[],\"sectors\":[],\"channels\":[]}" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "changed_at",
                table: "review_plans");

            migrationBuilder.DropColumn(
                name: "number",
                table: "review_plans");

            migrationBuilder.DropColumn(
                name: "retired_at",
                table: "review_plans");

            migrationBuilder.DropColumn(
                name: "when",
                table: "review_plans");

            migrationBuilder.DropColumn(
                name: "xmin",
                table: "review_plans");

            migrationBuilder.DropColumn(
                name: "topics",
                table: "posts");
        }
    }
}
