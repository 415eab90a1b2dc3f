namespace GovAccountConsole.Web.People;

/// <summary>Words of the people page.</summary>
public sealed class PeopleText;
