<#-- The form says in which language it was read: so the portal goes on in it. -->
<#import "template.ftl" as layout>
<#import "field.ftl" as field>
<#import "user-profile-commons.ftl" as profiles>
<#import "register-commons.ftl" as terms>
<@layout.registrationLayout displayMessage=messagesPerField.exists("global") displayRequiredFields=true displayInfo=true; section>
  <#if section == "header">
    ${msg(messageHeader!"registerTitle")}
  <#elseif section == "form">
    <form id="kc-register-form" action="${url.registrationAction}&kc_locale=${locale.currentLanguageTag}" method="post" novalidate>
      <@profiles.userProfileFormFields; place, attribute>
        <#if place == "afterField" && passwordRequired??
            && attribute.name == realm.registrationEmailAsUsername?then("email", "username")>
          <@field.password name="password" label=msg("password") autocomplete="new-password" required=true/>
          <@field.password name="password-confirm" label=msg("passwordConfirm") autocomplete="new-password" required=true/>
        </#if>
      </@profiles.userProfileFormFields>
      <@terms.termsAcceptance/>
      <@field.send label="doRegister"/>
    </form>
  <#elseif section == "info">
    <p><a href="${url.loginUrl}">${msg("backToLogin")}</a></p>
  </#if>
</@layout.registrationLayout>
