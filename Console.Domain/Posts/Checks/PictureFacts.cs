namespace GovAccountConsole.Domain.Posts.Checks;

/// <summary>What is known of a picture besides its pixels.</summary>
/// <param name="FileName">The name it came with.</param>
/// <param name="Notes">Words still written inside the stored file (comments, owner, place).</param>
/// <param name="ExpiresOn">The last Shanghai day on which it may be shown; null for ever.</param>
public sealed record PictureFacts(string FileName, IReadOnlyList<string> Notes, DateOnly? ExpiresOn = null);
